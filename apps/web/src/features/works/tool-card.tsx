import type { ToolKey } from '@mozhou/contracts/tools/registry'
import type { Wording } from '@mozhou/contracts/wording'
import { Link } from '@tanstack/solid-router'
import ArrowRight from 'lucide-solid/icons/arrow-right'
import { useI18n } from '../../i18n/i18n.ts'
import { ToolIcon } from './tool-icon.tsx'
import { useCost } from './use-cost.ts'

export function ToolCard(props: { tool: { key: ToolKey; title: Wording; description: Wording; icon: string } }) {
  const { t, pick } = useI18n()
  const cost = useCost()
  return (
    <Link
      to="/writing/$tool"
      params={{ tool: props.tool.key }}
      class="group flex h-full flex-col gap-3 rounded-lg border border-line bg-surface p-5 shadow-soft transition-colors duration-150 hover:border-accent"
    >
      <span class="flex items-center gap-3">
        <span class="flex size-10 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-text">
          <ToolIcon icon={props.tool.icon} size={20} />
        </span>
        <span class="text-base font-semibold">{pick(props.tool.title)}</span>
      </span>
      <span class="flex-1 text-sm text-ink-2">{pick(props.tool.description)}</span>
      <span class="flex items-center justify-between text-sm">
        <span class="text-ink-3">{cost.words()}</span>
        <span class="flex items-center gap-1 font-medium text-accent-text">
          {t('writing.start')}
          <ArrowRight
            size={15}
            aria-hidden="true"
            class="transition-transform duration-150 group-hover:translate-x-0.5"
          />
        </span>
      </span>
    </Link>
  )
}
