export interface ServerSentEvent {
  type: string
  data: string
  /** The stream's last id so far, also when this event brought none. */
  lastEventId: string
}

/**
 * Reads `text/event-stream` piece by piece (https://html.spec.whatwg.org/multipage/server-sent-events.html, parsing):
 * lines end in LF, CRLF or CR, even when a piece ends between CR and LF.
 */
export function createSseParser(onEvent: (event: ServerSentEvent) => void): (piece: string) => void {
  let rest = ''
  let endedInCr = false
  let type = ''
  let data: string[] = []
  let lastEventId = ''

  function readLine(line: string): void {
    if (line === '') {
      if (data.length > 0) onEvent({ type: type === '' ? 'message' : type, data: data.join('\n'), lastEventId })
      type = ''
      data = []
      return
    }
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    else if (field === 'event') type = value
    else if (field === 'id' && !value.includes('\0')) lastEventId = value
  }

  return (piece) => {
    const text = endedInCr && piece.startsWith('\n') ? piece.slice(1) : piece
    if (piece !== '') endedInCr = piece.endsWith('\r')
    const lines = (rest + text).split(/\r\n|\n|\r/)
    rest = lines.pop() ?? ''
    for (const line of lines) readLine(line)
  }
}
