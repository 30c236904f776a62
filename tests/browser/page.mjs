// Opens a page of `gaia graph --format html` and does what people do with it. Prints what it saw as JSON.
//
//     node page.mjs PLAYWRIGHT CHROMIUM PAGE SCREENSHOTS COMPONENT
import { pathToFileURL } from "node:url";

const [playwright, chromium, page_file, screenshots, component] = process.argv.slice(2);
const library = await import(pathToFileURL(playwright));
const browser = await library.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const seen = { errors: [], requests: [] };
const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
page.on("pageerror", (e) => seen.errors.push(e.message));
page.on("console", (m) => { if (m.type() === "error") seen.errors.push(m.text()); });
page.on("request", (r) => seen.requests.push(r.url()));
const address = pathToFileURL(page_file).href;
await page.goto(address);
seen.requests = seen.requests.filter((r) => r !== address);

const transform = () => page.locator("#scene").getAttribute("transform");
seen.title = await page.locator("h1").textContent();
seen.summary = await page.locator("#summary").textContent();
// in screen pixels: boxes that overlap or leave the canvas, labels wider than their box, the height of the letters
Object.assign(seen, await page.evaluate(() => {
  const canvas = document.getElementById("canvas").getBoundingClientRect();
  const boxes = [...document.querySelectorAll(".node")].map((e) => ({
    name: e.querySelector("text").textContent,
    rect: e.querySelector("rect").getBoundingClientRect(),
    text: e.querySelector("text").getBoundingClientRect(),
  }));
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
  return {
    nodes: boxes.length,
    arrows: document.querySelectorAll(".edge").length,
    overlapping: boxes.flatMap((a, n) => boxes.slice(n + 1).filter((b) => !apart(a.rect, b.rect)).map((b) => [a.name, b.name])),
    outside: boxes.filter((b) => !inside(b.rect, canvas)).map((b) => b.name),
    wide: boxes.filter((b) => !inside(b.text, b.rect)).map((b) => b.name),
    letters: Math.min(...boxes.map((b) => b.text.height)),
  };
}));
await page.screenshot({ path: `${screenshots}/graph.png` });

// zoom by wheel and button, pan by dragging
const before = await transform();
await page.mouse.move(800, 500);
await page.mouse.wheel(0, -300);
const zoomed = await transform();
await page.mouse.move(30, 960);
await page.mouse.down();
await page.mouse.move(130, 900, { steps: 4 });
await page.mouse.up();
const panned = await transform();
await page.click("#fit");
seen.zooms = before !== zoomed;
seen.pans = zoomed !== panned;
seen.fits = (await transform()) === before;

// search, and the panel of what was found
await page.keyboard.press("/");
await page.keyboard.type(component);
seen.matches = await page.locator("#matches li").allTextContents();
seen.marked = await page.locator(".node.match").count();
await page.keyboard.press("Enter");
seen.panel = await page.locator("#panel").innerText();
seen.needed = await page.locator(".node.needed").count();
seen.affected = await page.locator(".node.affected").count();
await page.screenshot({ path: `${screenshots}/component.png` });

// a click on a neighbour in the panel, on a box, on nothing
await page.locator("#panel li a").first().click();
seen.neighbour = await page.locator("#panel h2").textContent();
await page.keyboard.press("Escape");
seen.closed = await page.locator("#panel").isHidden();
await page.locator(".node").first().click();
seen.clicked = await page.locator("#panel h2").textContent();
seen.first = await page.locator(".node text").first().textContent();
await browser.close();
console.log(JSON.stringify(seen));
