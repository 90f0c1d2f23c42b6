/** The text, and its format beside it where the editor takes one. False where the browser does not let a page copy. */
export async function copyBoth(text: string, html: string | null): Promise<boolean> {
  try {
    if (html === null || typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(text)
    else
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ])
    return true
  } catch (cause) {
    // Not allowed by the person or the frame, or no clipboard at all over plain http.
    if (cause instanceof DOMException || cause instanceof TypeError) return false
    throw cause
  }
}
