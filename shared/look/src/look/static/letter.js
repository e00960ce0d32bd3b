/* A letter in the making: a reason brings words to begin with, and the mail shows what is written. */
"use strict";

{
  const mirror = (area) => {
    const mirrored = area.form?.querySelector("[data-mirror]");
    const lines = area.value.split(/\r\n?|\n/).map((line) => line.trim()).filter(Boolean);
    mirrored?.replaceChildren(
      ...lines.flatMap((line, place) => (place ? [document.createElement("br"), line] : [line])),
    );
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-letter] textarea")) mirror(event.target);
  });

  /* What a person has written of their own stays. */
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-letter] [data-fills]")) return;
    const area = event.target.form.querySelector("textarea");
    const ready = [...event.target.options].map((option) => option.dataset.text);
    const written = area.value.trim();
    if (written && !ready.includes(written)) return;
    area.value = event.target.selectedOptions[0].dataset.text ?? "";
    mirror(area);
  });
}
