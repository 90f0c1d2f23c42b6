import type { FieldIssue } from '@mozhou/ui/wire/wire-error'
import { openTabDraft } from '@mozhou/ui/device/tab-draft'
import type { Accessor } from 'solid-js'
import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { ImageField, ImageForm } from './image-form.ts'
import { freshForm, missingFields, withPicture } from './image-form.ts'
import { readDraft, writeDraft } from './form-draft.ts'

export interface ImageFormState {
  values: Accessor<ImageForm>
  change: (change: Partial<Omit<ImageForm, 'picture'>>) => void
  choosePicture: (picture: ImageForm['picture']) => void
  issue: (field: ImageField) => FieldIssue | null
  /** Issues of the server on nothing that the form shows. */
  strayIssues: () => readonly FieldIssue[]
  /** Whether it may be sent; if not, it says from now on what is missing. */
  check: () => boolean
  showIssues: (issues: readonly FieldIssue[]) => void
  reset: (values: ImageForm) => void
  forgetDraft: () => void
}

const saveAfterMs = 300
/** What the API calls otherwise than the form does. */
const apiNames: Readonly<Record<string, ImageField>> = { image: 'picture', reference: 'picture' }

/** The state behind the form. Without `input` it is a fresh one, whose words are remembered until they are sent. */
export function createImageForm(input: Partial<ImageForm>, isKept: boolean): ImageFormState {
  const draft = openTabDraft('mozhou.draft.image')
  const start = { ...freshForm, ...(isKept ? readDraft(draft.read()) : {}), ...input }
  const [values, setValues] = createSignal<ImageForm>(start)
  const [isChecked, setIsChecked] = createSignal(false)
  const [refused, setRefused] = createSignal<readonly FieldIssue[]>([])
  const fieldOf = ({ path }: FieldIssue) => apiNames[path] ?? path.split('.')[0] ?? path

  if (isKept) {
    createEffect(
      on(
        values,
        (now) => {
          const timer = setTimeout(() => draft.write(writeDraft(now)), saveAfterMs)
          onCleanup(() => clearTimeout(timer))
        },
        { defer: true },
      ),
    )
  }

  const put = (next: ImageForm) => {
    setRefused([])
    setValues(next)
  }
  return {
    values,
    change: (change) => put({ ...values(), ...change }),
    choosePicture: (picture) => put(withPicture(values(), picture)),
    issue(field) {
      if (isChecked() && missingFields(values()).includes(field)) return { path: field, rule: 'required', params: {} }
      return refused().find((issue) => fieldOf(issue) === field) ?? null
    },
    strayIssues: () => refused().filter((issue) => !(fieldOf(issue) in values())),
    check() {
      setIsChecked(true)
      return missingFields(values()).length === 0
    },
    showIssues: setRefused,
    reset(next) {
      setIsChecked(false)
      put(next)
    },
    forgetDraft: () => draft.forget(),
  }
}
