import { imagePriceCredits } from '@mozhou/contracts/images/kinds'
import type { ImageToolKey } from '@mozhou/contracts/image-tools/registry'
import { imageTools } from '@mozhou/contracts/image-tools/registry'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Link } from '@tanstack/solid-router'
import type { LucideProps } from 'lucide-solid'
import ArrowRight from 'lucide-solid/icons/arrow-right'
import Brush from 'lucide-solid/icons/brush'
import ImageIcon from 'lucide-solid/icons/image'
import Maximize from 'lucide-solid/icons/maximize-2'
import Shuffle from 'lucide-solid/icons/shuffle'
import type { Component } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { me } from '../../session/queries.ts'
import { imageTools as imageToolsOf } from '../images/queries.ts'
import { useI18n } from './words.ts'

const icons: Readonly<Record<ImageToolKey, Component<LucideProps>>> = {
  'text-to-image': ImageIcon,
  'image-variation': Shuffle,
  'image-edit': Brush,
  'image-upscale': Maximize,
}

/** Like the card of a writing tool, and what one picture costs this person. */
export function PictureToolCard(props: { tool: ImageToolKey }) {
  const { t, pick, number } = useI18n()
  const account = useQuery(() => me())
  const offer = useQuery(() => imageToolsOf())
  const price = () => {
    if (account.data?.membership.isMember) return t('writing.costMember')
    const row = offer.data?.prices.find(({ tool, quality }) => tool === props.tool && quality === 'standard')
    return t('home.perPicture', number(row?.credits ?? imagePriceCredits))
  }
  return (
    <Link
      to="/images"
      search={{ tool: props.tool }}
      class="group flex h-full flex-col gap-2 rounded-lg border border-line bg-surface p-4 shadow-soft transition-colors duration-150 hover:border-accent"
    >
      <span class="flex items-center gap-2.5">
        <span class="flex size-8 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-text">
          <Dynamic component={icons[props.tool]} size={17} aria-hidden="true" />
        </span>
        <span class="text-sm font-semibold">{pick(imageTools[props.tool].title)}</span>
      </span>
      <span class="flex-1 text-xs text-ink-2">{pick(imageTools[props.tool].description)}</span>
      <span class="flex items-center justify-between text-xs text-ink-3">
        {price()}
        <ArrowRight
          size={15}
          aria-hidden="true"
          class="shrink-0 text-accent-text transition-transform duration-150 group-hover:translate-x-0.5"
        />
      </span>
    </Link>
  )
}
