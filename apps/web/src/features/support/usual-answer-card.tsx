import type { UsualAnswerDto } from '@mozhou/contracts/support/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import Clock from 'lucide-solid/icons/clock'
import { Show } from 'solid-js'
import { usualAnswer } from './queries.ts'
import { useI18n } from './words.ts'

/** How soon a first answer comes, as it was measured; nothing is promised. */
export function UsualAnswerCard() {
  const { t } = useI18n()
  const usual = useQuery(() => usualAnswer())
  return (
    <Card title={t('support.usualTitle')} icon={<Clock size={17} aria-hidden="true" />}>
      <Loaded query={usual}>{(data) => <Usual usual={data()} />}</Loaded>
    </Card>
  )
}

function Usual(props: { usual: UsualAnswerDto }) {
  const { t, number, span } = useI18n()
  const days = () => number(props.usual.days)
  const own = () => {
    const { medianSeconds, answered } = props.usual.own
    return medianSeconds === null
      ? t('support.usualUnknown', days())
      : t('support.usual', span(medianSeconds), number(answered), days())
  }
  const members = () => {
    if (props.usual.isMember) return t('support.usualMine')
    const { medianSeconds } = props.usual.members
    return medianSeconds === null ? null : t('support.usualMembers', span(medianSeconds))
  }
  return (
    <div class="flex flex-col gap-1.5 text-sm text-ink-2">
      <p>{own()}</p>
      <Show when={members()}>{(words) => <p>{words()}</p>}</Show>
    </div>
  )
}
