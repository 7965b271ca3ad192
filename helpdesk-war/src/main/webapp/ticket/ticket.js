// The desk's scripts: keys, filters, the composer, uploads and news. Every page works without them but for uploads.
import { bindKeys } from "./keys.js";
import { bindComposer } from "./composer.js";
import { bindUploads } from "./uploads.js";
import { watchForNews } from "./news.js";
import { showTimes } from "./times.js";

document.documentElement.classList.add("tk-js");

for (const select of document.querySelectorAll("select[data-submit]")) {
  select.value = select.dataset.chosen ?? "";
  select.addEventListener("change", () => select.form.submit());
}
for (const row of document.querySelectorAll("tr[data-row]")) {
  row.addEventListener("click", (event) => {
    if (!event.target.closest("a") && String(getSelection()) === "") {
      row.querySelector("[data-open]").click();
    }
  });
}
document.querySelector(".tk-rows a[aria-current=true]")?.scrollIntoView({ block: "nearest" });

bindKeys();
bindComposer();
bindUploads();
watchForNews();
showTimes();
