import { createUniqueId, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { TermsLinks } from './terms-links.tsx'

interface TermsBoxProps {
  isAccepted: boolean
  onChange: (isAccepted: boolean) => void
  error: string | null
}

/** Never ticked for anybody: a consent is what a person does. */
export function TermsBox(props: TermsBoxProps) {
  const { t } = useI18n()
  const id = createUniqueId()
  return (
    <div class="flex flex-col gap-1.5" data-field>
      <label class="flex cursor-pointer items-start gap-2 text-sm text-ink-2">
        <input
          type="checkbox"
          name="acceptedTerms"
          class="mt-1 size-4 shrink-0 accent-accent"
          checked={props.isAccepted}
          aria-invalid={props.error !== null}
          aria-describedby={props.error === null ? undefined : id}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>
          {t('auth.termsRead')} <TermsLinks />
        </span>
      </label>
      <Show when={props.error}>
        <p id={id} class="text-xs text-danger" role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  )
}
