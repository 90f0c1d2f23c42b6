import type { SuggestionOptionDto } from '@mozhou/contracts/platform-suggestions/answers'
import type { SuggestionKind } from '@mozhou/contracts/platform-suggestions/kinds'
import { suggestionPriceCredits } from '@mozhou/contracts/platform-suggestions/kinds'
import { Button } from '@mozhou/ui/components/button.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

interface SuggestionOffersProps {
  what: SuggestionKind
  /** Null while none were asked for. */
  options: readonly SuggestionOptionDto[] | null
  /** Whether it is being asked or written. */
  isPending: boolean
  /** Nothing is charged for somebody whose membership covers it. */
  isCovered: boolean
  onAsk: () => void
  /** One of them is put into the package, to be checked again. */
  onUse: (text: string) => void
}

/** Titles or tags by a model: what it costs stands on the button, and nothing is used that was not pressed. */
export function SuggestionOffers(props: SuggestionOffersProps) {
  const { t, number } = useI18n()
  const action = () =>
    props.isCovered
      ? t(`publicationPackage.ask.${props.what}`)
      : t('publicationPackage.askAt', t(`publicationPackage.ask.${props.what}`), number(suggestionPriceCredits))
  return (
    <div class="flex flex-col items-start gap-2">
      <Button size="sm" isPending={props.isPending} onClick={() => props.onAsk()}>
        {action()}
      </Button>
      <Show when={props.options}>
        {(options) => (
          <ul aria-label={t(`publicationPackage.offers.${props.what}`)} class="w-full divide-y divide-line text-sm">
            <For each={options()} fallback={<li class="py-2 text-ink-2">{t('publicationPackage.noOffers')}</li>}>
              {(option) => <Offer option={option} onUse={props.onUse} />}
            </For>
          </ul>
        )}
      </Show>
    </div>
  )
}

function Offer(props: { option: SuggestionOptionDto; onUse: (text: string) => void }) {
  const { t, pick, number } = useI18n()
  return (
    <li class="flex items-start justify-between gap-3 py-2">
      <span class="min-w-0 break-words">
        {props.option.text}
        <span class="ml-2 text-xs text-ink-3 tabular-nums">
          {t('publicationPackage.lengthOf', number(props.option.length))}
        </span>
        <For each={props.option.findings}>
          {({ wording }) => <span class="block text-xs text-warning">{pick(wording)}</span>}
        </For>
      </span>
      <Button
        size="sm"
        variant="ghost"
        aria-label={`${t('publicationPackage.use')} ${props.option.text}`}
        onClick={() => props.onUse(props.option.text)}
      >
        {t('publicationPackage.use')}
      </Button>
    </li>
  )
}
