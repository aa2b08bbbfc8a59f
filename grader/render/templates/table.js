"use strict";
// Sorting and finding in the table of learners. Without this script the page is complete, only not sortable.
(() => {
  const table = document.getElementById("matrix");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];

  const value = (row, column) => {
    const cell = row.cells[column];
    if (column === 0) return cell.textContent.trim();
    return "value" in cell.dataset ? Number(cell.dataset.value) : null;
  };
  const compare = (a, b) => typeof a === "string" ? a.localeCompare(b, undefined, { numeric: true }) : a - b;
  const sort = (column, way) => {
    // what was not handed in stays at the end, whichever way the rest goes
    const full = rows.filter((row) => value(row, column) !== null);
    const none = rows.filter((row) => value(row, column) === null);
    full.sort((a, b) => way * compare(value(a, column), value(b, column)));
    body.append(...full, ...none);
  };

  heads.forEach((head, column) => {
    // beside the words, not around them: headers inside a button are not repeated on later printed sheets
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", table.dataset.sort);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      sort(column, up ? 1 : -1);
    });
  });

  const find = document.getElementById("find");
  const open = document.getElementById("open");
  const found = document.getElementById("found");
  const names = new Map(rows.map((row) => [row, row.cells[0].textContent.toLocaleLowerCase()]));
  const filter = () => {
    const wanted = find.value.trim().toLocaleLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !names.get(row).includes(wanted) || (open.checked && !("open" in row.dataset));
      shown += row.hidden ? 0 : 1;
    }
    // the words are the page's, in its language
    const text = table.dataset.found.replace("{got}", shown).replace("{most}", rows.length);
    found.textContent = shown === rows.length ? "" : text;
  };
  find.addEventListener("input", filter);
  open.addEventListener("change", filter);
  document.querySelector(".tools").hidden = false;
})();
