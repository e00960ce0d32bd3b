/* A password that one may look at: a button beside each field that says how it is called. */
"use strict";

for (const input of document.querySelectorAll("input[type=password][data-shown]")) {
  const label = document.createElement("label");
  const tick = document.createElement("input");
  tick.type = "checkbox";
  tick.className = "tick";
  tick.addEventListener("change", () => {
    input.type = tick.checked ? "text" : "password";
  });
  /* Sent as a password, whatever is shown: browsers offer to keep what is one. */
  input.form?.addEventListener("submit", () => {
    input.type = "password";
  });
  label.className = "pick";
  label.append(tick, input.dataset.shown);
  const line = document.createElement("p");
  line.className = "small";
  line.append(label);
  input.after(line);
}
