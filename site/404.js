// A host shows this page for any address, however deep: the site lies in the nearest folder above that
// has its manifest.
addEventListener("DOMContentLoaded", async () => {
  const parts = location.pathname.split("/").slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    const folder = parts.join("/") + "/";
    const found = await fetch(folder + "manifest.webmanifest", { method: "HEAD" }).then(({ ok }) => ok, () => false);
    if (found) {
      document.getElementById("home").href = folder;
      return;
    }
  }
});
