/**
 * Text with every sign that Markdown might read as a mark behind a backslash. Not so brackets, which TeX begins its formulas by (`\\[`):
 * one that would end a link's words is written as a reference.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_<>|~$]/gu, (mark) => `\\${mark}`)
    .replaceAll(/&(?=[#a-zA-Z])/gu, '\\&')
    .replaceAll(/\](?=[([:])/gu, '&#93;')
    .replaceAll(/^(\s*)([#+-]|\d+[.)])(?=\s|$)/gmu, (_all, indent: string, mark: string) =>
      /^\d/u.test(mark) ? `${indent}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${indent}\\${mark}`,
    )
}
