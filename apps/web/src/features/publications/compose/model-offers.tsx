import type { SuggestionDto } from '@mozhou/contracts/platform-suggestions/answers'
import { suggestionPriceCredits } from '@mozhou/contracts/platform-suggestions/kinds'
import type { SuggestionKind } from '@mozhou/contracts/platform-suggestions/kinds'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../../api.ts'
import { useCost } from '../../works/use-cost.ts'
import { SuggestionOffers } from '../package/suggestion-offers.tsx'
import { tellPublications } from '../queries.ts'
import { useI18n } from '../words.ts'

const lookEveryMs = 1_000

function suggestionOf(generationId: string | null) {
  return queryOptions({
    queryKey: ['platform-suggestions', generationId] as const,
    queryFn: ({ signal }): Promise<SuggestionDto> =>
      api.platformSuggestions.get.query({ generationId: generationId ?? '' }, { signal }),
    enabled: generationId !== null,
    refetchInterval: ({ state }) => (state.data?.status === 'writing' ? lookEveryMs : false),
    retry: false,
  })
}

interface ModelOffersProps {
  creationId: string
  versionId?: string | undefined
  what: SuggestionKind
  package: PlatformPackage
  onChange: (now: PlatformPackage) => void
}

/** Shorter titles or tags by a model, for a charge of its own; what is used is put into the package and checked like anything typed. */
export function ModelOffers(props: ModelOffersProps) {
  const { t } = useI18n()
  const cost = useCost()
  const client = useQueryClient()
  const keys = createRequestKeys()
  const [generationId, setGenerationId] = createSignal<string | null>(null)
  const offered = useQuery(() => suggestionOf(generationId()))
  const ask = useMutation(() => ({
    mutationFn: () => {
      const { creationId, versionId, what } = props
      const { platform, title } = props.package
      const asked = { creationId, ...(versionId !== undefined && { versionId }), what, platform, title }
      // What was offered and not liked may be asked for once more.
      return api.platformSuggestions.request.mutate({
        ...asked,
        mostCredits: cost.isMember() ? 0 : suggestionPriceCredits,
        requestKey: keys.keyFor({ ...asked, before: generationId() }),
      })
    },
    onSuccess: async (started) => {
      keys.answered()
      setGenerationId(started.generationId)
      await client.invalidateQueries({ queryKey: ['credits'] })
      // What a person wrote alone was their own until now.
      if (props.package.declarations.ai === null) await tellPublications(client)
    },
    onError: (cause) => {
      keys.failed(cause)
      cost.readAfter(cause)
    },
  }))
  const use = (text: string) => {
    const { package: pack, what } = props
    if (what === 'title') props.onChange({ ...pack, title: text })
    else if (!pack.tags.includes(text)) props.onChange({ ...pack, tags: [...pack.tags, text] })
  }
  return (
    <div class="mt-2 flex flex-col gap-2">
      <SuggestionOffers
        what={props.what}
        options={offered.data?.status === 'ready' ? offered.data.options : null}
        isPending={
          ask.isPending || (generationId() !== null && offered.isPending) || offered.data?.status === 'writing'
        }
        isCovered={cost.isMember()}
        onAsk={() => ask.mutate()}
        onUse={use}
      />
      <Show when={props.package.declarations.ai === null}>
        <p class="text-xs text-ink-3">{t('publishCompose.offersMakeAi')}</p>
      </Show>
      <Refusal error={ask.error ?? offered.error} />
    </div>
  )
}
