import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { planDays } from '@mozhou/contracts/publications/kinds'
import { fromLocal, toLocal } from './shanghai-time.ts'

const dayMs = 86_400_000

/** An instant, typed and shown in Shanghai's time. Empty is null. */
export function TimeInput(props: {
  value: string | null
  onValueChange: (value: string | null) => void
  label?: string
}) {
  return (
    <TextInput
      type="datetime-local"
      aria-label={props.label}
      min={toLocal(new Date().toISOString())}
      max={toLocal(new Date(Date.now() + planDays * dayMs).toISOString())}
      value={props.value === null ? '' : toLocal(props.value)}
      onValueChange={(local) => props.onValueChange(fromLocal(local))}
    />
  )
}
