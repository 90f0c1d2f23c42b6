/** A program that the launcher has found or installed. */
export function readProgram(name: 'MOZHOU_TEST_OFFICE' | 'MOZHOU_TEST_PDF_TO_TEXT'): string {
  const path = process.env[name]
  if (!path)
    throw new Error(`${name} is not set: run these tests by \`npm test -- office\`, which finds or installs it`)
  return path
}
