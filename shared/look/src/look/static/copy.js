/* A button that copies a text: `data-copies` is its id, `data-done` says that it is done. */
"use strict";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  const shown = button && document.getElementById(button.dataset.copies);
  if (!shown) return;
  getSelection().selectAllChildren(shown);
  try {
    await navigator.clipboard.writeText(shown.textContent);
  } catch {
    return; /* Not allowed, as without HTTPS: it is selected, and the keyboard copies it. */
  }
  button.lastElementChild.textContent = button.dataset.done;
});
