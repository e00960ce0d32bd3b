/* The field of the dock is always ready: a scanner types wherever the cursor happens to be. */
"use strict";

{
  const field = () => document.querySelector("[data-scan] input");
  const isTypedIn = (element) => element.matches("input:not([type=radio]), textarea, select");

  const makeReady = () => {
    field().value = "";
    field().focus();
  };

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "arrivee") makeReady();
  });

  /* A sign typed elsewhere on the page goes into the field, this very one included. */
  document.addEventListener("keydown", (event) => {
    const isSign = event.key.length === 1 && event.key !== " ";
    if (!isSign || event.ctrlKey || event.metaKey || event.altKey || isTypedIn(event.target)) return;
    field().focus();
  });
}
