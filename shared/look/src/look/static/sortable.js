/* Dragging a row by its handle, as an addition to the buttons that move it. The server draws the
   list anew afterwards: only it knows how rows are numbered. */
"use strict";

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  const list = grip?.closest("[data-sortable]");
  if (!list || event.button !== 0) return;
  event.preventDefault();
  const row = grip.closest("li");
  const before = [...list.children];

  const move = ({ clientY }) => {
    const over = [...list.children].find((other) => {
      const { top, bottom } = other.getBoundingClientRect();
      return other !== row && clientY > top && clientY < bottom;
    });
    if (!over) return;
    const { top, bottom } = over.getBoundingClientRect();
    const isAbove = clientY < (top + bottom) / 2;
    if (over !== (isAbove ? row.nextElementSibling : row.previousElementSibling)) {
      list.insertBefore(row, isAbove ? over : over.nextElementSibling);
    }
  };

  const drop = () => {
    list.removeEventListener("pointermove", move);
    row.removeAttribute("data-dragged");
    if (before.some((other, place) => other !== list.children[place])) {
      list.closest("form").querySelector("[data-arranges]").click();
    }
  };

  /* Of the list: the row itself loses the pointer as soon as it stands elsewhere. */
  list.setPointerCapture(event.pointerId);
  list.addEventListener("pointermove", move);
  list.addEventListener("lostpointercapture", drop, { once: true });
  row.setAttribute("data-dragged", "");
});
