/* Touches that pages gain when script runs. Every page works without them. */
"use strict";

{
  const busy = new Map();

  const markBusy = (form, button) => {
    busy.set(form, { button, label: [...button.childNodes] });
    button.setAttribute("aria-busy", "true");
    if (button.dataset.busy) button.replaceChildren(button.dataset.busy);
  };

  const unmarkBusy = (form) => {
    const { button, label } = busy.get(form) ?? {};
    busy.delete(form);
    button?.removeAttribute("aria-busy");
    button?.replaceChildren(...label);
  };

  /* Before anyone else hears of it: the second press of a busy form is not sent. */
  document.addEventListener(
    "submit",
    (event) => {
      if (!busy.has(event.target)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const pressed = event.submitter ?? form.querySelector("button:not([type=button])");
    /* Enter presses a form's first button, which may be a hidden one that stands for another. */
    const button = document.getElementById(pressed?.dataset.standsFor) ?? pressed;
    const byHtmx = form.matches("[hx-get], [hx-post]");
    if (!button || event.submitter?.formMethod === "dialog" || form.method === "dialog") return;
    if (event.defaultPrevented && !byHtmx) return;
    /* Later, so that the button's own name and value are already in what is sent. */
    setTimeout(() => markBusy(form, button));
  });

  /* Later too, so that even an answer from the cache finds its button marked. */
  document.addEventListener("htmx:afterRequest", (event) => {
    setTimeout(() => unmarkBusy(event.detail.elt));
  });

  /* Back from the next page: the browser shows this one as it was left. */
  window.addEventListener("pageshow", () => [...busy.keys()].forEach(unmarkBusy));

  const find = (root, selector) => (root.matches?.(selector) ? root : root.querySelector(selector));

  /* Only in what has just arrived: a page that refreshes itself must not take the focus away. */
  const welcome = (root) => {
    find(root, "[role=alert][tabindex='-1']")?.focus();
    find(root, "dialog[data-opens-itself]:not([open])")?.showModal();
  };

  /* On a phone these scroll sideways: the current one may lie out of sight. */
  const showCurrentTab = () => {
    for (const tab of document.querySelectorAll(":is(.topnav, .tabs, .sidenav) [aria-current]")) {
      const tabs = tab.parentElement;
      const left = tab.offsetLeft - tabs.offsetLeft;
      tabs.scrollTo({ left: left - (tabs.clientWidth - tab.clientWidth) / 2 });
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    welcome(document);
    showCurrentTab();
  });
  document.addEventListener("htmx:afterSettle", (event) => welcome(event.detail.elt));

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    const dialog = opener && document.getElementById(opener.dataset.opens);
    if (dialog && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      dialog.showModal();
    }

    const closer = event.target.closest("dialog [data-closes]");
    if (closer) {
      event.preventDefault();
      closer.closest("dialog").close();
    }

    if (event.target.closest("[data-prints]")) window.print();
  });

  document.addEventListener("change", (event) => {
    const names = event.target.closest(".upload")?.querySelector("output");
    if (names && event.target.files) {
      names.textContent = [...event.target.files].map((file) => file.name).join(", ");
    }
  });
}
