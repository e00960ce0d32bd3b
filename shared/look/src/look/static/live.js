"use strict";

/* Keeps an open queue true. The server says that something changed; the page asks what, in its own
   view, and changes it in place: nothing moves, and nothing that is being read or typed is touched. */
{
  /* Drawn anew with the list when the view changes. */
  const page = () => document.querySelector("[data-live]");
  const SLOW_MS = 60_000;
  const POLL_MS = 15_000;
  const GREETED_WITHIN_MS = 8_000;
  const SILENT_MS = 35_000;

  let stream = null;
  let heardAt = 0;
  let asking = false;
  let again = false;
  let timer = 0;
  let isStreaming = false;

  const rows = () => [...document.querySelectorAll(".queue > li[data-version]")];
  const numberOf = (row) => row.id.replace("rangee-", "");

  const isTouched = (row) =>
    row.contains(document.activeElement) && document.activeElement.matches("input, textarea, select") ||
    row.querySelector("dialog[open], details[open]") ||
    [...row.querySelectorAll("textarea, input[type=text]")].some((it) => it.value !== it.defaultValue);

  const draw = (row, html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    if (!fresh || !row.isConnected) return;
    const focused = row.contains(document.activeElement) ? document.activeElement.id : "";
    row.replaceWith(document.adoptNode(fresh));
    window.htmx?.process(fresh);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };

  const offer = (row) => {
    if (row.querySelector(".q-news")) return;
    const told = document.getElementById("changed-row").content.firstElementChild.cloneNode(true);
    told.querySelector("a").href = row.querySelector("a[aria-expanded]")?.getAttribute("href") ?? "";
    told.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      redraw(row);
    });
    row.querySelector(".q-line").after(told);
  };

  const redraw = async (row) => {
    const url = new URL(row.dataset.row, location.href);
    const answer = await fetch(url, { headers: { "HX-Request": "true" } });
    if (answer.ok && answer.status === 200) draw(row, await answer.text());
  };

  const show = (told) => {
    for (const [tab, count] of Object.entries(told.counts)) {
      const shown = document.querySelector(`.tabs [data-tab="${tab}"] .count`);
      if (shown && shown.textContent !== count) shown.textContent = count;
    }
    const toDo = document.querySelector(".topnav .count");
    if (toDo?.firstChild && told.toDo) toDo.firstChild.nodeValue = told.toDo;
    document.title = document.title.replace(/ \(\d+\+?\)/, told.toDo ? ` (${told.toDo})` : "");
    const strip = document.getElementById("live-strip");
    strip.querySelector("a").textContent = told.strip;
    strip.hidden = !told.strip;
    for (const [number, html] of Object.entries(told.rows)) {
      const row = document.getElementById(`rangee-${number}`);
      if (!row) continue;
      if (!row.classList.contains("open")) draw(row, html);
      else if (isTouched(row)) offer(row);
      else redraw(row);
    }
    document.dispatchEvent(new Event("queue:changed"));
  };

  const ask = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const url = new URL(page().dataset.live, location.href);
      const lines = rows().map((row) => `${numberOf(row)}.${row.dataset.version}`);
      url.searchParams.set("lignes", lines.join(","));
      const answer = await fetch(url, { headers: { "HX-Request": "true" } });
      const elsewhere = answer.headers.get("HX-Redirect");
      if (elsewhere) location.assign(elsewhere);
      else if (answer.ok) show(await answer.json());
    } catch {
      /* Away for a moment: the next turn asks again. */
    } finally {
      asking = false;
      if (again) {
        again = false;
        ask();
      }
    }
  };

  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        if (isStreaming && Date.now() - heardAt > SILENT_MS) restart();
        ask();
        plan();
      },
      isStreaming ? SLOW_MS : POLL_MS,
    );
  };

  const heard = () => {
    heardAt = Date.now();
    if (!isStreaming) {
      isStreaming = true;
      plan();
    }
  };

  const stop = () => {
    stream?.close();
    stream = null;
    isStreaming = false;
  };

  const start = () => {
    stream = new EventSource("/retours/flux");
    stream.addEventListener("bonjour", heard);
    stream.addEventListener("battement", heard);
    stream.addEventListener("nouvelles", () => {
      heard();
      ask();
    });
    stream.addEventListener("fin", () => {
      stop();
      ask();
    });
    stream.addEventListener("error", () => {
      isStreaming = false;
      plan();
    });
    /* A proxy that holds everything back never greets: then the page asks by itself. */
    const opened = stream;
    setTimeout(() => {
      if (opened === stream && !isStreaming) stop();
    }, GREETED_WITHIN_MS);
  };

  const restart = () => {
    stop();
    start();
  };

  if (page()) {
    plan();
    if (!document.hidden) start();
    /* Only the page in front holds a connection: browsers have six for a host. */
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) {
        stop();
        clearTimeout(timer);
      } else {
        start();
        ask();
        plan();
      }
    });
    window.addEventListener("pagehide", stop);
  }
}
