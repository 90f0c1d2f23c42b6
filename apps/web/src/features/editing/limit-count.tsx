import type { ToolSection } from '@mozhou/contracts/results/section'
import { textLength } from '@mozhou/contracts/tools/text-length'
import { useI18n } from './words.ts'

interface LimitCountProps {
  text: string
  limit: NonNullable<ToolSection['limit']>
}

/** How much of what a platform takes is used, counted as the platform counts; more is told, and not kept from being written. */
export function LimitCount(props: LimitCountProps) {
  const { number } = useI18n()
  const length = () => textLength(props.text, props.limit.by)
  return (
    <span classList={{ 'text-danger': length() > props.limit.most }}>
      {number(length())}/{number(props.limit.most)}
    </span>
  )
}
