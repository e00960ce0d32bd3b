"use strict";

/* The queue from the keyboard. Silent while somebody types, while a dialog is open, with other keys
   held down, and for good if they are switched off: single letters get in the way of speech input. */
{
  const help = document.getElementById("raccourcis");
  const sure = document.getElementById("confirmer");
  const SWITCH = "renvoi-raccourcis";
  const WAIT_FOR_TAB_MS = 1500;

  const toggle = help?.querySelector("[name=actifs]");
  const isOff = () => {
    try {
      return localStorage.getItem(SWITCH) === "non";
    } catch {
      return false;
    }
  };

  const links = () => [...document.querySelectorAll(".queue a[aria-expanded]")];
  const rowOf = (element) => element?.closest(".queue > li");
  let lastNumber = "";

  const here = () => {
    const row = rowOf(document.activeElement);
    const link = row?.querySelector("a[aria-expanded]") ?? document.getElementById(lastNumber);
    return link ?? links().find((it) => it.getAttribute("aria-expanded") === "true");
  };

  const move = (step) => {
    const all = links();
    const at = all.indexOf(here());
    const next = at < 0 ? all.at(step > 0 ? 0 : -1) : all[at + step];
    if (!next) return;
    next.focus();
    rowOf(next).scrollIntoView({ block: "nearest" });
  };

  /* What a closed row holds only once it is open. */
  const whenOpen = (act) => {
    const link = here();
    if (!link) return;
    const row = rowOf(link);
    if (row.classList.contains("open")) {
      act(row);
      return;
    }
    const id = row.id;
    const settled = () => {
      const opened = document.getElementById(id);
      if (!opened?.classList.contains("open")) return;
      document.removeEventListener("htmx:afterSettle", settled);
      act(opened);
    };
    document.addEventListener("htmx:afterSettle", settled);
    link.click();
  };

  const pressBulk = (act) => {
    const bar = document.getElementById("lot");
    if (!bar || !document.querySelector(".q-line > .tick:checked")) return false;
    bar.querySelector(`[value=${act}]`).click();
    return true;
  };

  const approve = (row) => {
    const form = row.querySelector('form[action$="/approuver"]');
    if (!form || !sure) return;
    const name = row.querySelector("a[aria-expanded]");
    const text = sure.querySelector("[data-asks]");
    text.textContent = text.dataset.asks.replace("#", name.id).replace("@", name.textContent);
    sure.returnValue = "";
    sure.addEventListener(
      "close",
      () => {
        if (sure.returnValue === "oui") form.requestSubmit();
        else name.focus();
      },
      { once: true },
    );
    sure.showModal();
  };

  const acts = {
    j: () => move(1),
    k: () => move(-1),
    o: () => here()?.click(),
    x: () => rowOf(here())?.querySelector(".q-line > .tick")?.click(),
    e: () =>
      pressBulk("estimate") ||
      whenOpen((row) => row.querySelector('button[formaction$="/estimer"]')?.click()),
    a: () => pressBulk("approve") || whenOpen(approve),
    d: () =>
      pressBulk("decline") || whenOpen((row) => row.querySelector('[data-opens^="refus-"]')?.click()),
    r: () => location.reload(),
    "/": () => document.getElementById("q")?.focus(),
    "?": () => help.showModal(),
  };

  let goingSince = 0;
  const goes = (key) => {
    if (Date.now() - goingSince > WAIT_FOR_TAB_MS) return false;
    goingSince = 0;
    const tab = document.querySelectorAll(".tabs a")[Number(key) - 1];
    tab?.click();
    return Boolean(tab);
  };

  const isTyping = (element) =>
    element.matches("textarea, select, [contenteditable]") ||
    (element.matches("input") && !element.matches("[type=checkbox], [type=radio]"));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && !"jk".includes(event.key)) {
      return;
    }
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (isOff() && event.key !== "?") return;
    if (event.key === "g") {
      goingSince = Date.now();
      return;
    }
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : null;
    if (goes(event.key)) event.preventDefault();
    else if (act) {
      event.preventDefault();
      act();
    }
  });

  document.addEventListener("focusin", (event) => {
    const link = rowOf(event.target)?.querySelector("a[aria-expanded]");
    if (link) lastNumber = link.id;
  });

  if (toggle) {
    toggle.checked = !isOff();
    toggle.addEventListener("change", () => {
      try {
        localStorage.setItem(SWITCH, toggle.checked ? "oui" : "non");
      } catch {
        /* Without storage they stay as they are. */
      }
    });
  }
}
