import Eye from 'lucide-solid/icons/eye'
import EyeOff from 'lucide-solid/icons/eye-off'
import { createSignal, Show } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { TextInput } from './text-input.tsx'

interface PasswordInputProps {
  value: string
  onValueChange: (value: string) => void
  autocomplete: 'current-password' | 'new-password'
  name?: string
  onBlur?: () => void
}

/** Can be shown, and says when caps lock is on: the two reasons a right password fails. */
export function PasswordInput(props: PasswordInputProps) {
  const { t } = useUiI18n()
  const [isShown, setIsShown] = createSignal(false)
  const [hasCapsLock, setHasCapsLock] = createSignal(false)
  const watchCapsLock = (event: KeyboardEvent) => setHasCapsLock(event.getModifierState?.('CapsLock') ?? false)
  const blur = () => {
    setHasCapsLock(false)
    props.onBlur?.()
  }
  return (
    <div>
      <div class="relative">
        <TextInput
          type={isShown() ? 'text' : 'password'}
          name={props.name ?? 'password'}
          autocomplete={props.autocomplete}
          autocapitalize="none"
          spellcheck={false}
          value={props.value}
          onValueChange={props.onValueChange}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          onBlur={blur}
          class="pr-10"
        />
        <button
          type="button"
          class="absolute inset-y-0 right-0 flex w-9 items-center justify-center rounded-md text-ink-3 hover:text-ink"
          aria-label={isShown() ? t('ui.hidePassword') : t('ui.showPassword')}
          aria-pressed={isShown()}
          onClick={() => setIsShown(!isShown())}
        >
          <Show when={isShown()} fallback={<Eye size={16} aria-hidden="true" />}>
            <EyeOff size={16} aria-hidden="true" />
          </Show>
        </button>
      </div>
      <Show when={hasCapsLock()}>
        <p role="status" class="mt-1.5 text-xs text-warning">
          {t('ui.capsLock')}
        </p>
      </Show>
    </div>
  )
}
