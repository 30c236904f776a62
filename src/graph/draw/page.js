"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const get = (id) => document.getElementById(id);
const canvas = get("canvas"), scene = get("scene"), panel = get("panel"), search = get("search"), matches = get("matches");
const boxes = new Map([...scene.querySelectorAll(".node")].map((e) => [Number(e.dataset.n), e]));
const arrows = [...scene.querySelectorAll(".edge")];
const plural = (n, one, many) => `${n} ${n === 1 ? one : many}`;

// neighbours by node: what it needs, what needs it
const needs = data.nodes.map(() => []), needed = data.nodes.map(() => []);
for (const edge of data.edges) {
  needs[edge.to].push(edge);
  needed[edge.from].push(edge);
}
function closure(start, edges, end) {
  const seen = new Set(), queue = [start];
  while (queue.length) {
    for (const edge of edges[queue.pop()]) {
      if (edge[end] !== start && !seen.has(edge[end])) { seen.add(edge[end]); queue.push(edge[end]); }
    }
  }
  return seen;
}

const there = data.nodes.filter((n) => !n.missing), gone = data.nodes.length - there.length;
const stacks = new Set(there.map((n) => n.stack));
document.querySelector("h1").textContent = data.title;
get("summary").textContent = [
  plural(there.length, "component", "components"),
  plural(data.edges.filter((e) => !data.nodes[e.from].missing).length, "dependency", "dependencies"),
  ...(stacks.size > 1 ? [plural(stacks.size, "stack", "stacks")] : []),
  ...(data.cycles.length ? [plural(data.cycles.length, "circle", "circles")] : []),
  ...(gone ? [`${gone} missing`] : []),
].join(" · ");

// pan and zoom
const size = { width: Number(canvas.dataset.width), height: Number(canvas.dataset.height) };
let at = { x: 0, y: 0, scale: 1 };
const draw = () => scene.setAttribute("transform", `translate(${at.x} ${at.y}) scale(${at.scale})`);
function fit() {
  const { width, height } = canvas.getBoundingClientRect();
  const scale = Math.min((width - 48) / size.width, (height - 48) / size.height, 1.25);
  at = { scale, x: (width - size.width * scale) / 2, y: (height - size.height * scale) / 2 };
  draw();
}
function zoom(factor, x, y) {
  const { width, height } = canvas.getBoundingClientRect();
  x ??= width / 2; y ??= height / 2;
  const scale = Math.min(4, Math.max(0.02, at.scale * factor)), by = scale / at.scale;
  at = { scale, x: x - (x - at.x) * by, y: y - (y - at.y) * by };
  draw();
}
function show(n) {
  const box = boxes.get(n), { width, height } = canvas.getBoundingClientRect();
  const [x, y] = box.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  const rect = box.querySelector("rect");
  at.scale = Math.max(at.scale, 0.8);
  at.x = width / 2 - (x + rect.width.baseVal.value / 2) * at.scale;
  at.y = height / 2 - (y + rect.height.baseVal.value / 2) * at.scale;
  draw();
}
canvas.addEventListener("wheel", (e) => {
  e.preventDefault();
  const { left, top } = canvas.getBoundingClientRect();
  zoom(Math.exp(-e.deltaY * (e.ctrlKey ? 0.01 : 0.0015)), e.clientX - left, e.clientY - top);
}, { passive: false });
const fingers = new Map();
let moved = 0;
canvas.addEventListener("pointerdown", (e) => {
  fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
  if (fingers.size === 1) moved = 0;
});
window.addEventListener("pointermove", (e) => {
  const before = fingers.get(e.pointerId);
  if (!before) return;
  const now = { x: e.clientX, y: e.clientY };
  if (fingers.size === 2) {
    const other = [...fingers].find(([id]) => id !== e.pointerId)[1];
    const length = (p) => Math.hypot(p.x - other.x, p.y - other.y);
    const { left, top } = canvas.getBoundingClientRect();
    zoom(length(now) / Math.max(1, length(before)), (now.x + other.x) / 2 - left, (now.y + other.y) / 2 - top);
  } else {
    at.x += now.x - before.x;
    at.y += now.y - before.y;
    draw();
  }
  moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
  canvas.classList.add("moving");
  fingers.set(e.pointerId, now);
});
for (const end of ["pointerup", "pointercancel"]) {
  window.addEventListener(end, (e) => { fingers.delete(e.pointerId); canvas.classList.remove("moving"); });
}
get("in").onclick = () => zoom(1.3);
get("out").onclick = () => zoom(1 / 1.3);
get("fit").onclick = fit;

// a node's panel
function element(name, attributes, ...children) {
  const e = Object.assign(document.createElement(name), attributes);
  e.append(...children.filter((c) => c !== null && c !== undefined));
  return e;
}
const link = (n) => element("a", { href: "#" + encodeURIComponent(data.nodes[n].id), onclick: (e) => { e.preventDefault(); pick(n); show(n); } },
  data.nodes[n].component + (stacks.size > 1 ? ` (${data.nodes[n].stack})` : ""));
const why = (r) => element("span", { className: "why" },
  element("code", {}, r.file ? `${r.file}:${r.line}:${r.column}` : r.path), element("br"),
  r.text.startsWith("${") || r.text.startsWith("!") ? "" : `${r.form} `, element("code", {}, r.text), r.soft ? " (has a default)" : "", r.ambiguous ? " (one of several)" : "");
const list = (items) => element("ul", {}, ...items.map((i) => element("li", {}, ...[].concat(i))));
function section(title, ...children) { return [element("h3", {}, title), ...children]; }
function pick(n) {
  clear();
  if (n === null) { history.replaceState(null, "", location.pathname + location.search); return; }
  const node = data.nodes[n], above = closure(n, needs, "from"), below = closure(n, needed, "to");
  scene.classList.add("busy");
  boxes.get(n).classList.add("lit", "picked");
  for (const m of above) boxes.get(m).classList.add("lit", "needed");
  for (const m of below) boxes.get(m).classList.add("lit", "affected");
  for (const arrow of arrows) {
    const from = Number(arrow.dataset.from), to = Number(arrow.dataset.to);
    if (above.has(from) && (to === n || above.has(to))) arrow.classList.add("lit", "needed");
    else if ((from === n || below.has(from)) && below.has(to)) arrow.classList.add("lit", "affected");
  }
  const facts = [node.stack, node.type, node.wave ? `wave ${node.wave}` : null, node.enabled || node.missing ? null : "disabled"];
  panel.replaceChildren(
    element("button", { className: "close", title: "Close (Esc)", onclick: () => pick(null) }, "×"),
    element("h2", {}, node.component),
    element("p", {}, facts.filter(Boolean).join(" · ")),
    node.path ? element("p", {}, "code ", element("code", {}, node.path)) : "",
    node.manifest ? element("p", {}, "manifest ", element("code", {}, node.manifest)) : "",
    node.missing ? element("p", { className: "wrong" }, "Something refers to it, and it is not there.") : "");
  const cycles = data.cycles.filter((c) => c.includes(n));
  if (cycles.length) {
    panel.append(...section("Circles", list(cycles.map((c) => [element("span", { className: "wrong" }, [...c, c[0]].map((m) => data.nodes[m].component).join(" → "))]))));
  }
  if (needs[n].length) panel.append(...section(`Needs ${needs[n].length}`, list(needs[n].map((e) => [link(e.from), ...e.reasons.map(why)]))));
  const loose = node.unresolved.filter((u) => !["component", "abstract", "stack"].includes(u.missing));
  if (loose.length) panel.append(...section("Not followed", list(loose.map((u) => [`${u.component || u.reason.text} (${u.missing})`, why(u.reason)]))));
  if (needed[n].length) panel.append(...section(`Needed by ${needed[n].length}`, list(needed[n].map((e) => [link(e.to), ...e.reasons.map(why)]))));
  if (below.size) panel.append(...section(`Affects ${below.size}`, list([...below].sort((a, b) => a - b).map((m) => [link(m)]))));
  if (node.files.length) panel.append(...section("Files", list(node.files.map((f) => [element("code", {}, f)]))));
  if (node.vars) panel.append(...section("Vars", element("pre", {}, node.vars)));
  panel.hidden = false;
  panel.scrollTop = 0;
  history.replaceState(null, "", "#" + encodeURIComponent(node.id));
}
function clear() {
  scene.classList.remove("busy");
  for (const e of [...boxes.values(), ...arrows]) e.classList.remove("lit", "picked", "needed", "affected");
  panel.hidden = true;
}
for (const [n, box] of boxes) {
  box.setAttribute("tabindex", "0");
  box.setAttribute("role", "button");
  box.addEventListener("click", (e) => { e.stopPropagation(); if (moved < 4) pick(n); });
  box.addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); pick(n); } });
}
canvas.addEventListener("click", () => { if (moved < 4) pick(null); });

// search
let found = [], chosen = 0;
function find() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  found = words.length ? data.nodes.map((node, n) => [node.id.toLowerCase(), n]).filter(([id]) => words.every((w) => id.includes(w))).map(([, n]) => n) : [];
  for (const [n, box] of boxes) box.classList.toggle("match", found.includes(n));
  chosen = 0;
  matches.hidden = !words.length;
  const shown = found.slice(0, 50).map((n, i) => element("li", { className: i ? "" : "on", onmousedown: (e) => { e.preventDefault(); go(n); } },
    data.nodes[n].component, " ", element("small", {}, data.nodes[n].stack)));
  matches.replaceChildren(...(shown.length ? shown : [element("li", {}, "nothing found")]));
}
function go(n) { pick(n); show(n); matches.hidden = true; search.blur(); }
search.addEventListener("input", find);
search.addEventListener("blur", () => { matches.hidden = true; });
search.addEventListener("keydown", (e) => {
  const shown = Math.min(found.length, 50);
  if (e.key === "Enter" && shown) go(found[chosen]);
  if ((e.key === "ArrowDown" || e.key === "ArrowUp") && shown) {
    e.preventDefault();
    chosen = (chosen + (e.key === "ArrowDown" ? 1 : shown - 1)) % shown;
    [...matches.children].forEach((li, i) => li.classList.toggle("on", i === chosen));
  }
  if (e.key === "Escape") { search.value = ""; find(); search.blur(); }
  e.stopPropagation();
});
window.addEventListener("keydown", (e) => {
  if (e.key === "/") { e.preventDefault(); search.focus(); search.select(); }
  if (e.key === "Escape") pick(null);
  if (e.key === "+" || e.key === "=") zoom(1.3);
  if (e.key === "-") zoom(1 / 1.3);
  if (e.key === "0") fit();
});
window.addEventListener("resize", draw);
fit();
const asked = data.nodes.findIndex((n) => "#" + encodeURIComponent(n.id) === location.hash);
if (asked >= 0) { pick(asked); show(asked); }
