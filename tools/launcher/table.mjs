/**
 * Aligned columns; a Chinese character takes two of a terminal's cells.
 * @param {string[][]} rows
 * @param {string} [indent]
 * @returns {string}
 */
export function formatTable(rows, indent = '  ') {
  /** @type {number[]} */
  const widths = []
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cellWidth(cell))
  return rows
    .map(
      (row) =>
        indent +
        row
          .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - cellWidth(cell)))
          .join('  ')
          .trimEnd(),
    )
    .join('\n')
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** @param {string} text */
function cellWidth(text) {
  return text.length + (text.match(wide)?.length ?? 0)
}
