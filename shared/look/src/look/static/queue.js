"use strict";

/* Which rows are ticked: counted in the bar, kept when a row is drawn anew. */
{
  const ticked = new Set();
  const boxes = () => [...document.querySelectorAll(".q-line > .tick")];

  const tell = () => {
    const output = document.querySelector("#lot output");
    if (!output) return;
    const all = document.querySelector("#lot [name=tout]");
    const count = boxes().filter((box) => box.checked).length;
    output.textContent =
      all?.checked ? "" : count === 1 ? output.dataset.one : output.dataset.many.replace("#", count);
  };

  const remember = (box) => (box.checked ? ticked.add(box.value) : ticked.delete(box.value));

  const restore = () => {
    for (const box of boxes()) if (ticked.has(box.value)) box.checked = true;
    tell();
  };

  document.addEventListener("change", (event) => {
    if (event.target.matches(".q-line > .tick")) remember(event.target);
    if (event.target.matches(".q-line > .tick, #lot [name=tout]")) tell();
  });
  document.addEventListener("htmx:afterSettle", restore);

  /* What is not asked for need not stand in the address. */
  document.addEventListener("htmx:configRequest", (event) => {
    if (!event.target.matches(".search, .q-filters-form")) return;
    const { parameters } = event.detail;
    /* One letter begins too much. */
    if (parameters.q?.trim().length === 1) event.preventDefault();
    for (const name of Object.keys(parameters)) {
      if (parameters[name] === "") delete parameters[name];
    }
  });
  document.addEventListener("queue:changed", restore);
  /* After a reload or a way back the browser has its own memory of boxes. */
  window.addEventListener("pageshow", () => {
    boxes().forEach(remember);
    tell();
  });
}
