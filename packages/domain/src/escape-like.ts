/** A text that LIKE finds as it stands; Prisma hands it on as it is, too, and an underscore would match anything. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
