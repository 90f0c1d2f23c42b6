import { behindAnnouncement } from '@mozhou/contracts/results/behind-announcement'
import type { TextEvent, TokenUsage } from '@mozhou/integrations/ai/port'
import type { Logger } from 'pino'
import type { ProgressWriter } from '../generations/progress-writer.ts'

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
  /** Of a part, what is not shown while it may only announce it; null from then on. */
  let held = options.isPart ? '' : null
  let hidden = 0
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
    const saving = baseText + (held === null ? text.slice(baseText.length + hidden) : '')
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
    if (!options.isShown) writer.thinking()
    else if (held === null) writer.delta(kept)
    else hold(held + kept)
  }
  const hold = (more: string) => {
    held = more
    const shown = behindAnnouncement(more)
    if (shown === null) writer.thinking()
    else show(shown)
  }
  const show = (shown: string) => {
    hidden = (held ?? '').length - shown.length
    held = null
    writer.delta(shown)
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
          held = options.isPart ? '' : null
          hidden = 0
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
      if (options.isShown && held) show(held)
      return writer.flush()
    },
    report: () => ({
      servedModel,
      vendorRequestId,
      usage,
      firstTokenMs,
      latencyMs: Math.round(performance.now() - startedAt),
    }),
    close() {
      clearInterval(timer)
      writer.close()
    },
  }
}
