import type { ImageCreationDto, ImageVersionDto, PictureDto } from '@mozhou/contracts/images/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { Skeleton } from '@mozhou/ui/components/skeleton.tsx'
import GitCompare from 'lucide-solid/icons/git-compare'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { chosenOf } from '../chosen-picture.ts'
import type { ImageStudioContext } from '../studio-context.ts'
import { useI18n } from '../words.ts'
import { PictureActions } from './picture-actions.tsx'
import { useVersionFacts } from './version-facts.ts'

const BeforeAfter = lazyPart(
  () => import('../compare/before-after.tsx').then((module) => module.BeforeAfter),
  () => <Skeleton class="aspect-square w-full" />,
)

interface VersionPicturesProps {
  context: ImageStudioContext
  work: ImageCreationDto
  version: ImageVersionDto
}

/** The pictures of one version: one of them large, the others beside it. */
export function VersionPictures(props: VersionPicturesProps) {
  const { t, number } = useI18n()
  const facts = useVersionFacts()
  const [place, setPlace] = createSignal(0)
  const [isComparing, setIsComparing] = createSignal(false)
  // Read again, as for new addresses, it is still the same one.
  const versionId = createMemo(() => props.version.id)
  createEffect(
    on(
      versionId,
      () => {
        setPlace(0)
        setIsComparing(false)
      },
      { defer: true },
    ),
  )
  const picture = () => props.version.pictures[place()] ?? props.version.pictures[0] ?? null
  createEffect(() => props.context.setShown(chosenOf(picture())))
  const nameOf = (at: number) => t('images.result.picture', number(at + 1), facts.title(props.version))
  const source = () => props.version.form.source?.urls ?? null
  return (
    <Show when={picture()}>
      {(shown) => (
        <>
          <div class="flex flex-col gap-3 p-4 sm:px-6">
            <div class="flex min-h-8 flex-wrap items-center justify-between gap-2">
              <p class="min-w-0 text-sm font-medium">{facts.title(props.version)}</p>
              <Show when={source() && shown().urls}>
                <Button
                  size="sm"
                  aria-pressed={isComparing()}
                  icon={<GitCompare size={15} aria-hidden="true" />}
                  onClick={() => setIsComparing(!isComparing())}
                >
                  {t('images.result.compare')}
                </Button>
              </Show>
            </div>
            <Large picture={shown()} name={nameOf(place())} before={isComparing() ? source()?.full : undefined} />
            <Show when={props.version.pictures.length > 1}>
              <Strip version={props.version} chosen={place()} nameOf={nameOf} onChoose={setPlace} />
            </Show>
            <Facts version={props.version} picture={shown()} />
          </div>
          <PictureActions context={props.context} work={props.work} version={props.version} picture={shown()} />
        </>
      )}
    </Show>
  )
}

function Large(props: { picture: PictureDto; name: string; before: string | undefined }) {
  const { t } = useI18n()
  return (
    <Show when={props.picture.urls} fallback={<EmptyState title={t('images.result.gone')} />}>
      {(urls) => (
        <Show
          when={props.before}
          fallback={
            <div class="flex max-h-[56dvh] min-h-48 items-center justify-center overflow-clip rounded-md bg-sunken">
              <img
                src={urls().full}
                alt={props.name}
                width={props.picture.width}
                height={props.picture.height}
                class="chequered h-auto max-h-[56dvh] w-auto max-w-full object-contain"
              />
            </div>
          }
        >
          {(before) => (
            // No higher than the picture alone would be.
            <div
              class="mx-auto w-full"
              style={{ 'max-width': `calc(56dvh * ${props.picture.width / props.picture.height})` }}
            >
              <BeforeAfter
                before={{ url: before(), label: t('images.compare.before') }}
                after={{ ...props.picture, url: urls().full, label: t('images.compare.after') }}
              />
            </div>
          )}
        </Show>
      )}
    </Show>
  )
}

interface StripProps {
  version: ImageVersionDto
  chosen: number
  nameOf: (at: number) => string
  onChoose: (at: number) => void
}

function Strip(props: StripProps) {
  const { t } = useI18n()
  return (
    <ul aria-label={t('images.result.gallery')} class="flex flex-wrap gap-2">
      <For each={props.version.pictures}>
        {(picture, at) => (
          <li>
            <button
              type="button"
              aria-label={props.nameOf(at())}
              aria-pressed={at() === props.chosen}
              class="block size-16 overflow-clip rounded-md border-2 border-line bg-sunken hover:border-line-strong aria-pressed:border-accent sm:size-20"
              onClick={() => props.onChoose(at())}
            >
              <Show when={picture.urls}>
                {(urls) => <img src={urls().card} alt="" class="chequered size-full object-cover" />}
              </Show>
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}

function Facts(props: { version: ImageVersionDto; picture: PictureDto }) {
  const { t } = useI18n()
  const facts = useVersionFacts()
  return (
    <div class="flex flex-col gap-1.5 text-xs text-ink-3">
      <p class="flex flex-wrap items-center gap-2">
        <Show when={props.version.model}>{(model) => <Badge>{model()}</Badge>}</Show>
        <Show when={props.version.isSandbox}>
          <Badge tone="warning">{t('images.result.sandbox')}</Badge>
        </Show>
        <span class="tabular-nums">{facts.picture(props.picture)}</span>
        <Show when={props.version.isPlain}>
          <span>{t('images.result.plain')}</span>
        </Show>
        <Show when={props.version.isByAi}>
          <span>{t('images.result.aiNotice')}</span>
        </Show>
      </p>
      <Show when={props.version.usedPrompt !== ''}>
        <details>
          <summary class="w-fit cursor-pointer rounded-sm hover:text-ink">
            {t('images.result.usedPrompt')}
            <Show when={props.version.isPromptHelped}> · {t('images.result.helped')}</Show>
            <Show when={props.version.form.helpsPrompt && !props.version.isPromptHelped}>
              {' '}
              · {t('images.result.ownWords')}
            </Show>
          </summary>
          <p class="mt-1 text-sm wrap-anywhere whitespace-pre-wrap text-ink-2">{props.version.usedPrompt}</p>
        </details>
      </Show>
    </div>
  )
}
