import type { JSX } from 'solid-js'
import { createContext, createUniqueId, Show, useContext } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'

/** What a control needs to know of the field around it, to be labelled and described. */
export interface FieldState {
  controlId: string
  labelId: string
  describedBy: () => string | undefined
  isInvalid: () => boolean
  isRequired: () => boolean
}

const FieldContext = createContext<FieldState>()

/** A control outside a field needs an `aria-label` of its own. */
export function useField(): FieldState | undefined {
  return useContext(FieldContext)
}

interface FieldProps {
  label: JSX.Element
  hint?: JSX.Element
  error?: string | null | undefined
  isRequired?: boolean | undefined
  /** At the end of the label's line: a count, a value. */
  aside?: JSX.Element
  children: JSX.Element
  class?: string
}

export function Field(props: FieldProps) {
  const { t } = useUiI18n()
  const id = createUniqueId()
  const field: FieldState = {
    controlId: `control-${id}`,
    labelId: `label-${id}`,
    describedBy: () =>
      [props.error ? `error-${id}` : '', props.hint ? `hint-${id}` : ''].filter(Boolean).join(' ') || undefined,
    isInvalid: () => Boolean(props.error),
    isRequired: () => props.isRequired === true,
  }
  return (
    <FieldContext.Provider value={field}>
      <div class={`flex min-w-0 flex-col gap-1.5 ${props.class ?? ''}`} data-field>
        <div class="flex items-baseline justify-between gap-2">
          <label id={field.labelId} for={field.controlId} class="text-sm font-medium text-ink">
            {props.label}
            <Show when={props.isRequired}>
              <span class="ml-0.5 text-danger" title={t('ui.required')} aria-hidden="true">
                *
              </span>
            </Show>
          </label>
          <Show when={props.aside}>
            <span class="text-xs text-ink-3 tabular-nums">{props.aside}</span>
          </Show>
        </div>
        {props.children}
        <Show when={props.error}>
          <p id={`error-${id}`} class="text-xs text-danger" role="alert">
            {props.error}
          </p>
        </Show>
        <Show when={props.hint}>
          <p id={`hint-${id}`} class="text-xs text-ink-3">
            {props.hint}
          </p>
        </Show>
      </div>
    </FieldContext.Provider>
  )
}
