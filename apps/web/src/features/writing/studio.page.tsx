import { Page } from '@mozhou/ui/app/page.tsx'
import { useLoaderData, useNavigate, useSearch } from '@tanstack/solid-router'
import { createMemo, createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { useCrumb } from '@mozhou/ui/app/crumb'
import { OpenedCreation } from './opened-creation.tsx'
import { Studio } from './studio.tsx'

/** `?creation=…&generation=…` names what is open, so that a refresh or a second device goes on watching it. */
export function StudioPage() {
  const { pick } = useI18n()
  const data = useLoaderData({ from: '/app/writing/$tool' })
  const search = useSearch({ from: '/app/writing/$tool' })
  const navigate = useNavigate({ from: '/writing/$tool' })
  const [startedHere, setStartedHere] = createSignal<string | null>(null)
  useCrumb(() => pick(data().tool.title))
  // A creation begun on this page keeps the page's form; any other one brings its own.
  const opened = createMemo<string>((previous) => {
    const creation = search().creation ?? 'new'
    return previous !== '' && creation === startedHere() ? previous : creation
  }, '')
  const studio = (input: Record<string, unknown> | null) => (
    <Studio
      tool={data().tool}
      input={input}
      creationId={search().creation ?? null}
      generationId={search().generation ?? null}
      onStarted={(started) => {
        setStartedHere(started.creationId)
        void navigate({
          search: { creation: started.creationId, generation: started.generationId },
          replace: search().creation === started.creationId,
        })
      }}
      onNew={() => {
        setStartedHere(null)
        void navigate({ search: {} })
      }}
    />
  )
  return (
    <Page title={pick(data().tool.title)} isTitleHidden>
      <Show when={opened()} keyed>
        {(creationId) => (
          <Show when={creationId !== 'new'} fallback={studio(null)}>
            <OpenedCreation creationId={creationId} tool={data().tool}>
              {studio}
            </OpenedCreation>
          </Show>
        )}
      </Show>
    </Page>
  )
}
