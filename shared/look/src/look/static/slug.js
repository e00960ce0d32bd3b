/* The end of an address is proposed from a name, as long as nobody has chosen one. */
"use strict";

{
  const propose = (name) =>
    name
      .toLowerCase()
      .replaceAll("œ", "oe")
      .replaceAll("æ", "ae")
      .replaceAll("ß", "ss")
      .replaceAll("ø", "o")
      .replaceAll("ł", "l")
      .replaceAll("&", " et ")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-/, "")
      .slice(0, 60)
      .replace(/-$/, "");

  for (const slug of document.querySelectorAll("[data-slug-of]")) {
    const name = document.getElementById(slug.dataset.slugOf);
    let isOurs = !slug.value;
    name.addEventListener("input", () => {
      if (isOurs) slug.value = propose(name.value);
    });
    slug.addEventListener("input", () => {
      isOurs = !slug.value;
    });
  }
}
