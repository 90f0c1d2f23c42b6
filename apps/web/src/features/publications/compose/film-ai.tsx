import { Switch } from '@mozhou/ui/components/switch.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../../api.ts'
import { filesKey } from '../../files/queries.ts'
import { useI18n } from '../words.ts'
import { filmOfFile } from './chosen-film.ts'
import type { ChosenFilm } from './chosen-film.ts'

interface FilmAiProps {
  film: ChosenFilm
  onDeclared: (film: ChosenFilm) => void
}

/** By its person's word alone: the mark is written into the film, and what says so once is not taken back. */
export function FilmAi(props: FilmAiProps) {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const declare = useMutation(() => ({
    mutationFn: () => api.files.declareAi.mutate({ fileId: props.film.id }),
    onSuccess: async (file) => {
      props.onDeclared(filmOfFile(file))
      await client.invalidateQueries({ queryKey: filesKey })
    },
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  return (
    <Switch
      label={t('publishCompose.filmAi')}
      hint={t(props.film.isAiGenerated ? 'publishCompose.filmAiSaid' : 'publishCompose.filmAiHint')}
      isOn={props.film.isAiGenerated}
      isDisabled={props.film.isAiGenerated || declare.isPending}
      onChange={() => declare.mutate()}
    />
  )
}
