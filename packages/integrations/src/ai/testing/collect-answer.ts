import { VendorError } from '@mozhou/contracts/vendor-error'
import type { TextEvent, TextModel, TextRequest, TokenUsage } from '../port.ts'

export interface CollectedAnswer {
  events: TextEvent[]
  text: string
  reasoning: string
  usage: TokenUsage | null
  finish: 'stop' | 'length' | null
  /** What the stream threw; null when it ended by itself. */
  thrown: unknown
  /** The same, when it is a VendorError. */
  failure: VendorError | null
}

export const articleRequest: TextRequest = {
  messages: [
    { role: 'system', content: '你是公众号编辑。' },
    { role: 'user', content: '写一篇关于秋天散步的短文。' },
  ],
  maxOutputTokens: 800,
  temperature: 0.7,
  endUserKey: 'u-7f3a9c21',
}

function summarise(events: TextEvent[], thrown: unknown): CollectedAnswer {
  const last = <T extends TextEvent['type']>(type: T) =>
    events.findLast((event): event is Extract<TextEvent, { type: T }> => event.type === type)
  const join = (type: 'delta' | 'reasoning') =>
    events.flatMap((event) => (event.type === type ? [event.text] : [])).join('')
  return {
    events,
    text: join('delta'),
    reasoning: join('reasoning'),
    usage: last('usage')?.usage ?? null,
    finish: last('finish')?.reason ?? null,
    thrown,
    failure: thrown instanceof VendorError ? thrown : null,
  }
}

/** Reads a stream to its end, whichever it is. */
export async function collectAnswer(
  model: TextModel,
  request: TextRequest = articleRequest,
  signal: AbortSignal = new AbortController().signal,
  onEvent: (events: readonly TextEvent[]) => void = () => {},
): Promise<CollectedAnswer> {
  const events: TextEvent[] = []
  try {
    for await (const event of model.stream(request, signal)) {
      events.push(event)
      onEvent(events)
    }
    return summarise(events, null)
  } catch (thrown) {
    return summarise(events, thrown)
  }
}
