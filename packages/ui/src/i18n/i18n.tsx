import type { Flatten, Translator } from '@solid-primitives/i18n'
import { flatten, translator } from '@solid-primitives/i18n'
import type { Locale } from '@mozhou/contracts/accounts/locales'
import { fieldIssueText } from '@mozhou/contracts/field-issue-text'
import type { Wording } from '@mozhou/contracts/wording'
import type { Accessor, ParentProps } from 'solid-js'
import { createContext, createEffect, createMemo, createRoot, createSignal, on, useContext } from 'solid-js'
import type { AppDictionary } from './zh.ts'
import { errorText } from './error-text.ts'
import type { LateErrors } from './late-errors.ts'
import { lateErrors } from './late-errors.ts'
import * as format from './format.ts'
import { locale, showLocale } from './locale.ts'
import { createWords, wordsReady } from './words.ts'
import { isErrorCode } from '@mozhou/contracts/errors'
import { refusedRule } from '../wire/refusal-issues.ts'
import { isLoadFailure } from '../device/load-failure.ts'
import type { FieldIssue, ShownError } from '../wire/wire-error.ts'
import { toShownError } from '../wire/wire-error.ts'

/** Texts and formats in the language of the moment; read them inside JSX so that they follow a switch. */
export interface I18n<D extends AppDictionary> {
  t: Translator<Flatten<D>>
  locale: Accessor<Locale>
  /** The side of a two-language text, as tools carry them. */
  pick: (wording: Wording) => string
  number: (value: number) => string
  signed: (value: number) => string
  money: (fen: number) => string
  signedMoney: (fen: number) => string
  cost: (microYuan: number) => string
  time: (iso: string) => string
  exactTime: (iso: string) => string
  date: (iso: string) => string
  /** The last day of what ends at this instant, which is not part of it. */
  lastDay: (end: string) => string
  latency: (ms: number) => string
  /** How long something takes, roughly. */
  span: (seconds: number) => string
  /** Words for anything caught. */
  error: (error: unknown) => string
  shownError: (error: ShownError) => string
  /** Words for one field's broken rule: names both. */
  fieldIssue: (label: string, issue: FieldIssue) => string
}

interface Shown<D> {
  locale: Locale
  dictionary: D
}

const UiI18nContext = createContext<I18n<AppDictionary>>()

/** The kit's own view of whatever dictionary the app brought. */
export function useUiI18n(): I18n<AppDictionary> {
  const value = useContext(UiI18nContext)
  if (!value) throw new Error('useUiI18n is used outside an i18n provider')
  return value
}

/** One per app: a provider and a hook typed by the app's own source dictionary. English is fetched when asked for. */
export function createI18n<D extends AppDictionary>(source: D, loadEnglish: () => Promise<D>, late = lateErrors) {
  const AppContext = createContext<I18n<D>>()
  const [shownLocale, setShownLocale] = createSignal<Locale>('zh-CN')
  const wordsIn = createWords(source, loadEnglish)
  const shown = () => ({ locale: shownLocale(), dictionary: wordsIn(shownLocale()) })

  /** Await it before the first render, so that nobody sees the wrong language flash by. */
  async function follow(next: Locale): Promise<void> {
    await wordsReady(next)
    if (locale() === next) setShownLocale(next)
  }

  /** An error that stands on the page goes over to the other language in one step with the rest. */
  async function goOver(next: Locale): Promise<void> {
    await late.wait(next)
    await follow(next)
  }

  /** Words that did not come: what is marked as chosen is what is shown, and choosing again asks again. */
  function stayWithShown(cause: unknown): void {
    showLocale(shownLocale())
    if (!isLoadFailure(cause)) throw cause
  }

  function Provider(props: ParentProps) {
    createEffect(on(locale, (next) => void goOver(next).catch(stayWithShown), { defer: true }))
    return (
      <AppContext.Provider value={createI18nValue(shown, late)}>
        <UiI18nContext.Provider value={createI18nValue<AppDictionary>(shown, late)}>
          {props.children}
        </UiI18nContext.Provider>
      </AppContext.Provider>
    )
  }

  function useI18n(): I18n<D> {
    const value = useContext(AppContext)
    if (!value) throw new Error('useI18n is used outside its provider')
    return value
  }

  /** Words of one feature, which come with its code: the hook that it uses instead knows them beside the app's. */
  function addWords<W extends object>(zh: W, loadOwnEnglish: () => Promise<W>): () => I18n<D & W> {
    const ownIn = createWords(zh, loadOwnEnglish)
    const both = () => ({ ...wordsIn(shownLocale()), ...ownIn(shownLocale()) })
    let value: I18n<D & W> | null = null
    return () =>
      (value ??= createRoot(() => createI18nValue(() => ({ locale: shownLocale(), dictionary: both() }), late)))
  }

  return { Provider, useI18n, addWords, prepare: () => follow(locale()) }
}

/** Ticks, so that "3 minutes ago" does not grow stale on an open page. */
const [now, setNow] = createSignal(Date.now())
setInterval(() => setNow(Date.now()), 30_000)

function createI18nValue<D extends AppDictionary>(shown: Accessor<Shown<D>>, late: LateErrors): I18n<D> {
  const flat = createMemo(() => flatten<D>(shown().dictionary))
  const locale = () => shown().locale
  const shownError = (error: ShownError) =>
    errorText({ ...shown(), late }, error, (value) => format.formatNumber(locale(), value))
  return {
    t: translator(flat),
    locale,
    pick: (wording) => (locale() === 'en' ? wording.en : wording.zh),
    number: (value) => format.formatNumber(locale(), value),
    signed: (value) => format.formatSigned(locale(), value),
    money: (fen) => format.formatFen(locale(), fen),
    signedMoney: (fen) => format.formatSignedFen(locale(), fen),
    cost: (microYuan) => format.formatMicroYuan(locale(), microYuan),
    time: (iso) => format.formatTime(locale(), iso, Math.max(now(), Date.now())),
    exactTime: (iso) => format.formatExactTime(locale(), iso),
    date: (iso) => format.formatDate(locale(), iso),
    lastDay: (end) => format.formatLastDay(locale(), end),
    latency: (ms) => format.formatLatency(locale(), ms),
    span: (seconds) => format.formatSpan(locale(), seconds),
    error: (error) => shownError(toShownError(error)),
    shownError,
    fieldIssue: (label, issue) => {
      const { code, ...params } = issue.params
      if (issue.rule === refusedRule && isErrorCode(code))
        return shownError({ code, params, requestId: null, fields: [] })
      return fieldIssueText(shown().dictionary.rules, label, issue, (value) => format.formatNumber(locale(), value))
    },
  }
}
