// Renders flowcharts with mermaid itself. Prints, of each, the number of nodes and arrows, or the error.
//
//     node mermaid.mjs PLAYWRIGHT CHROMIUM MERMAID CHART…
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [playwright, chromium, mermaid, ...charts] = process.argv.slice(2);
const library = await import(pathToFileURL(playwright));
const browser = await library.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.setContent("<!doctype html><body></body>");
await page.addScriptTag({ path: mermaid });
const seen = [];
for (const file of charts) {
  seen.push(await page.evaluate(async (text) => {
    try {
      window.mermaid.initialize({ startOnLoad: false });
      const { svg } = await window.mermaid.render("chart", text);
      const drawing = new DOMParser().parseFromString(svg, "text/html");
      const labels = [...drawing.querySelectorAll(".node")].map((e) => e.textContent.trim());
      return { labels, arrows: drawing.querySelectorAll(".edgePaths path").length };
    } catch (e) {
      return { error: String(e) };
    }
  }, readFileSync(file, "utf8")));
}
await browser.close();
console.log(JSON.stringify(seen));
