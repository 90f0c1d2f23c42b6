import type { TextEvent, TokenUsage } from '@mozhou/integrations/ai/port'
import type { Logger } from 'pino'
import type { ProgressWriter } from '../generations/progress-writer.ts'
import { createShownPart } from './shown-part.ts'

/** The stored draft lags the screen by at most this. */
const saveEveryMs = 1_000

export interface Draft {
  take(event: TextEvent): void
  text(): string
  flush(): Promise<void>
  /** What is known about the call so far. */
  report(): {
    servedModel: string | null
    vendorRequestId: string | null
    usage: TokenUsage
    firstTokenMs: number | null
    latencyMs: number
  }
  /** Ends the saving; the writer is whose it was. */
  close(): void
}

interface DraftOptions {
  baseText: string
  /** False for an outline: viewers see that the model thinks, and the stored draft stays as it was. */
  isShown: boolean
  /** It goes on from a text: what a model announces it with is not shown. */
  isPart: boolean
  writer: ProgressWriter
  /** False when a newer attempt owns the draft. */
  save(text: string): Promise<boolean>
  onSuperseded(): void
  log: Logger
}

/** Gathers a stream into a text, passing it on to viewers at once and to the database every second. */
export function createDraft(options: DraftOptions): Draft {
  const { baseText, writer } = options
  const startedAt = performance.now()
  let text = baseText
  let shownPart = options.isPart ? createShownPart() : null
  let savedText = baseText
  let isSaving = false
  let firstTokenMs: number | null = null
  let servedModel: string | null = null
  let vendorRequestId: string | null = null
  let usage: TokenUsage = {
    inputTokens: 0,
    outputTokens: 0,
    cachedInputTokens: 0,
    reasoningTokens: 0,
    isEstimated: true,
  }

  const saveSoon = async () => {
    const saving = shownPart ? baseText + shownPart.of(text.slice(baseText.length)) : text
    if (!options.isShown || isSaving || saving === savedText) return
    isSaving = true
    try {
      if (await options.save(saving)) savedText = saving
      else options.onSuperseded()
    } catch (cause) {
      options.log.warn({ err: cause }, 'draft could not be saved; the next save holds it')
    } finally {
      isSaving = false
    }
  }
  const append = (part: string) => {
    // No column can hold a NUL. Halves of a surrogate pair stay: the next part may bring the other one.
    const kept = part.replaceAll('\u0000', '')
    if (kept === '') return
    text += kept
    const shown = shownPart ? shownPart.take(kept) : kept
    if (options.isShown && shown !== null) writer.delta(shown)
    else writer.thinking()
  }
  const timer = setInterval(() => void saveSoon(), saveEveryMs)

  return {
    take(event) {
      switch (event.type) {
        case 'start':
          servedModel = event.servedModel
          vendorRequestId = event.vendorRequestId
          break
        case 'delta':
          firstTokenMs ??= Math.round(performance.now() - startedAt)
          append(event.text)
          break
        case 'reasoning':
          writer.thinking()
          break
        case 'retract':
          text = baseText
          shownPart &&= createShownPart()
          writer.retract()
          break
        case 'usage':
          usage = event.usage
          break
        case 'finish':
          break
      }
    },
    text: () => text,
    flush() {
      const rest = shownPart?.release() ?? ''
      if (options.isShown && rest !== '') writer.delta(rest)
      return writer.flush()
    },
    report: () => ({
      servedModel,
      vendorRequestId,
      usage,
      firstTokenMs,
      latencyMs: Math.round(performance.now() - startedAt),
    }),
    close: () => clearInterval(timer),
  }
}
