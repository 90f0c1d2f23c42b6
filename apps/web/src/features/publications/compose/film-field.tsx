import { Button } from '@mozhou/ui/components/button.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import Film from 'lucide-solid/icons/film'
import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import { playingTime } from './chosen-film.ts'
import type { Composer } from './composer.ts'

const FilmDialog = lazyPart(
  () => import('./film-dialog.tsx').then((module) => module.FilmDialog),
  () => null,
)
const FilmAi = lazyPart(
  () => import('./film-ai.tsx').then((module) => module.FilmAi),
  () => null,
)

/** The film that goes along: where films are taken it is what is published, and the work tells of it. */
export function FilmField(props: { composer: Composer }) {
  const { t } = useI18n()
  const [isChoosing, setIsChoosing] = createSignal(false)
  const lengthOf = (seconds: number | null) => (seconds === null ? '' : ` · ${playingTime(seconds)}`)
  return (
    <div class="flex flex-col gap-3">
      <div class="flex flex-wrap items-center gap-3">
        <Button icon={<Film size={15} aria-hidden="true" />} onClick={() => setIsChoosing(true)}>
          {t('publishCompose.chooseFilm')}
        </Button>
        <Show
          when={props.composer.film()}
          fallback={<span class="text-xs text-ink-3">{t('publishCompose.filmHint')}</span>}
        >
          {(film) => (
            <span class="flex min-w-0 items-center gap-1">
              <span class="min-w-0 truncate text-sm">
                {film().name}
                {lengthOf(film().seconds)}
              </span>
              <IconButton
                label={t('publishCompose.mediaRemove', film().name)}
                onClick={() => props.composer.setFilm(null)}
              >
                <X size={15} aria-hidden="true" />
              </IconButton>
            </span>
          )}
        </Show>
      </div>
      <Show when={props.composer.film()}>{(film) => <FilmAi film={film()} onDeclared={props.composer.setFilm} />}</Show>
      <Show when={isChoosing()}>
        <FilmDialog
          chosen={props.composer.film()?.id ?? null}
          onChoose={(film) => {
            props.composer.setFilm(film)
            setIsChoosing(false)
          }}
          onClose={() => setIsChoosing(false)}
        />
      </Show>
    </div>
  )
}
