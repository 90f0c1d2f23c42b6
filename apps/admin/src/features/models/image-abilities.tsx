import type { ImageAbilities as Abilities } from '@mozhou/contracts/models/image-abilities'
import { imageAbilitiesOf } from '@mozhou/contracts/models/image-limits/abilities-of'
import { imageVendorKeys } from '@mozhou/contracts/models/vendor-keys'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

/** What a model of this vendor and id can do with pictures, and within which limits: as the catalogue declares it, while the form is filled in. */
export function ImageAbilities(props: { vendor: string; upstreamModel: string }) {
  const { t } = useI18n()
  const abilities = () => {
    const vendor = imageVendorKeys.find((key) => key === props.vendor)
    return vendor && imageAbilitiesOf(vendor, props.upstreamModel.trim())
  }
  return (
    <Show when={abilities()}>
      {(found) => (
        <section aria-label={t('abilities.title')}>
          <h3 class="text-sm font-semibold">{t('abilities.title')}</h3>
          <p class="mb-3 text-xs text-ink-3">{t('abilities.hint')}</p>
          <DetailsList rows={useRows()(found())} />
        </section>
      )}
    </Show>
  )
}

function useRows(): (abilities: Abilities) => { label: string; value: string }[] {
  const { t, number } = useI18n()
  const none = () => t('abilities.none')
  const chars = (count: number) => (count === 0 ? none() : t('abilities.chars', number(count)))
  const types = (all: readonly string[]) =>
    all.map((type) => type.slice(type.indexOf('/') + 1).toUpperCase()).join(' · ')
  const sizes = ({ sizes: rule }: Abilities) => {
    if (rule.kind === 'listed') return rule.sizes.map(({ width, height }) => `${width}×${height}`).join(' · ')
    if (rule.kind === 'ratios') return rule.ratios.join(' · ')
    return t('abilities.free', number(rule.minSide), number(rule.maxSide), number(rule.step))
  }
  const source = ({ source: rule }: Abilities) =>
    rule === null
      ? none()
      : t(
          'abilities.sourceRule',
          types(rule.types),
          number(rule.minSide),
          number(rule.maxSide),
          formatBytes(rule.maxBytes, number),
        )
  return (abilities) => [
    {
      label: t('abilities.operations'),
      value: abilities.operations.map((operation) => t(`abilities.operationOf.${operation}`)).join(' · '),
    },
    { label: t('abilities.sizes'), value: sizes(abilities) },
    { label: t('abilities.count'), value: number(abilities.maxCount) },
    { label: t('abilities.formats'), value: types(abilities.formats) },
    { label: t('abilities.prompt'), value: chars(abilities.maxPromptChars) },
    { label: t('abilities.negative'), value: chars(abilities.maxNegativeChars) },
    { label: t('abilities.source'), value: source(abilities) },
    {
      label: t('abilities.mask'),
      value: abilities.mask === null ? none() : t(`abilities.masks.${abilities.mask.exactness}`),
    },
    {
      label: t('abilities.factors'),
      value: abilities.upscaleFactors.map((factor) => `${factor}×`).join(' · ') || none(),
    },
    {
      label: t('abilities.moderation'),
      value: t(abilities.isModerated ? 'abilities.isModerated' : 'abilities.isNotModerated'),
    },
    { label: t('abilities.lost'), value: t(abilities.findsLostTasks ? 'abilities.findsLost' : 'abilities.losesLost') },
  ]
}
