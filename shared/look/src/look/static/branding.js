/* The page of looks: what is chosen shows in the previews at once. Without script a button does. */
"use strict";

{
  const PATH = "/parametres/apparence";
  const find = (selector) => document.querySelector(selector);

  const chosen = (form) =>
    new URLSearchParams({
      accent: form.elements.accent.value,
      background: form.elements.background.value,
      picture: form.elements.picture.value,
    });

  /* The old sheet stays until the new one is there, so that nothing flickers. */
  const dress = (frame, address) => {
    const sheets = [...(frame.contentDocument?.querySelectorAll("link[data-theme]") ?? [])];
    if (!sheets.length) return;
    const next = sheets[0].cloneNode();
    next.href = address;
    next.addEventListener("load", () => sheets.forEach((sheet) => sheet.remove()));
    sheets.at(-1).after(next);
  };

  const show = () => {
    const form = find("[data-looks]");
    const address = `${PATH}/theme.css?${chosen(form)}`;
    document.querySelectorAll(".preview iframe").forEach((frame) => dress(frame, address));
  };

  let waiting = 0;
  const showSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  };

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field.dataset.swatchOf) {
      const text = document.getElementById(field.dataset.swatchOf);
      text.value = field.value.toUpperCase();
      text.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (field.name === "accent") {
      const colour = field.value.trim().toLowerCase();
      if (/^#[0-9a-f]{6}$/.test(colour)) find(`[data-swatch-of="${field.id}"]`).value = colour;
      showSoon();
    } else if (field.name === "background") {
      showSoon();
    }
  });

  const say = (input, text, isWrong = true) => {
    const output = input.closest(".upload").querySelector("output");
    output.textContent = text;
    output.classList.toggle("wrong", isWrong);
  };

  /* Before htmx hears of it: what is too large need not travel to be refused. */
  document.addEventListener(
    "change",
    (event) => {
      const input = event.target;
      const file = input.dataset.maxBytes && input.files?.[0];
      if (!file || file.size <= Number(input.dataset.maxBytes)) return;
      event.stopPropagation();
      input.value = "";
      say(input, input.dataset.tooLarge);
    },
    true,
  );

  const onUpload = (kind, word) =>
    document.addEventListener(kind, (event) => {
      const input = event.detail.elt;
      if (input.dataset?.maxBytes) say(input, input.dataset[word], word === "failed");
    });
  onUpload("htmx:beforeSend", "busy");
  onUpload("htmx:responseError", "failed");
  onUpload("htmx:sendError", "failed");
}
