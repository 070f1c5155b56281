"use strict";
// Rows whose words, agency and level are asked for stay; without this script the table is simply whole.
const [words, agency, level, found] = ["words", "agency", "level", "found"].map((id) => document.getElementById(id));
const plain = (text) => text.normalize("NFKC").toLowerCase();
const rows = [...document.querySelectorAll("tbody tr")].map((row) => {
  const [, whose, classed] = [...row.cells].map((cell) => cell.textContent);
  return { row, whose, classed, text: plain(row.textContent) };
});
const show = () => {
  const wanted = plain(words.value).split(/\s+/);
  const shown = rows.filter(({ row, whose, classed, text }) => {
    const of = (select, name) => !select.value || select.selectedOptions[0].textContent === name;
    row.hidden = !(wanted.every((word) => text.includes(word)) && of(agency, whose) && of(level, classed));
    return !row.hidden;
  });
  found.textContent = found.dataset.said.replace("{}", shown.length.toLocaleString("en"));
};
document.getElementById("find").hidden = false;
document.getElementById("find").addEventListener("input", show);
show();
