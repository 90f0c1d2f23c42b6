import type { PlatformRulesDto } from '@mozhou/contracts/platform-rules/answers'
import type {
  PlatformAccountDto,
  PlatformsDto,
  PreviewDto,
  PublicationDetailDto,
} from '@mozhou/contracts/publications/answers'
import type { PackageEdits, PreviewInput } from '@mozhou/contracts/publications/inputs'
import type { ContentType, ThemeKey } from '@mozhou/contracts/publications/kinds'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { useQuery } from '@mozhou/ui/api/use-query'
import { keepPreviousData } from '@tanstack/solid-query'
import { createEffect, createMemo, createSignal, mapArray } from 'solid-js'
import { createStore } from 'solid-js/store'
import { currentRules, platformsQuery, previewsOf } from '../queries.ts'
import { judgeTarget } from './judge-target.ts'
import type { Judged } from './judge-target.ts'
import { editsBetween } from './package-edits.ts'
import { filmIn } from './chosen-film.ts'
import type { ChosenFilm } from './chosen-film.ts'

/** What the person decided for one account. */
export interface Target {
  accountId: string
  contentType?: ContentType
  theme?: ThemeKey
  edits: PackageEdits
  /** Where the piece stands already; which way it goes hangs on that, so that the server is asked. */
  originUrl?: string | undefined
  /** In place of the time for all; undefined: that one. */
  scheduledAt?: string | undefined
}

interface ComposerInput {
  creationId: string
  versionId?: string | undefined
  /** A draft, or what is planned: it is changed in its place. */
  publication?: PublicationDetailDto | undefined
}

export interface TargetView {
  account: PlatformAccountDto
  target: Target
  /** As it comes from the work; null while that is awaited. */
  base: PreviewDto | null
  judged: Judged | null
}

export type Composer = ReturnType<typeof createComposer>

const filmIdOf = (film: ChosenFilm | null) => (film === null ? {} : { video: film.id })

/** Files of a package that the person brought along, as they were asked for. */
const picturesOf = ({ media }: PublicationDetailDto['package']): string[] =>
  media.flatMap((medium) =>
    medium.kind === 'file' && medium.fact.kind === 'image' && medium.fact.source !== null ? [medium.fact.source] : [],
  )

/** A work, the accounts that it goes to, and what becomes of it for each. */
export function createComposer(input: ComposerInput) {
  const { publication } = input
  const [versionId, setVersionId] = createSignal(input.versionId)
  const [purpose, setPurpose] = createSignal<'article' | 'advertisement'>(publication?.package.purpose ?? 'article')
  const [pictures, setPictures] = createSignal<readonly string[]>(publication ? picturesOf(publication.package) : [])
  const [film, setFilm] = createSignal<ChosenFilm | null>(publication ? filmIn(publication.package) : null)
  const [at, setAt] = createSignal<string | null>(publication?.scheduledAt ?? null)
  const [targets, setTargets] = createStore<Target[]>(publication ? [targetOf(publication)] : [])
  const platforms = useQuery(() => platformsQuery())
  const rules = useQuery(() => currentRules())
  const work = () => ({
    creationId: input.creationId,
    ...(versionId() !== undefined && { versionId: versionId() }),
    purpose: purpose(),
    ...(pictures().length > 0 && { pictures: [...pictures()] }),
    ...filmIdOf(film()),
  })
  function previewInput(): PreviewInput {
    const asked = targets.map(({ accountId, contentType, theme, originUrl }) => ({
      accountId,
      ...formIn(contentType, film()),
      ...(theme && { theme }),
      ...(originUrl !== undefined && { edits: { originUrl } }),
    }))
    return { ...work(), targets: asked }
  }
  const previews = useQuery(() => ({
    ...previewsOf(previewInput()),
    enabled: targets.length > 0,
    placeholderData: keepPreviousData,
  }))
  const accounts = createMemo(() => accountsIn(platforms.data))
  const timeOf = ({ scheduledAt }: Target) => scheduledAt ?? at()
  const change = (accountId: string, changed: Partial<Target>) =>
    setTargets((target) => target.accountId === accountId, changed)

  const view = (accountId: string): TargetView | null => {
    const target = targets.find((one) => one.accountId === accountId)
    const account = accounts().find(({ id }) => id === accountId)
    if (!target || !account) return null
    const base = previews.data?.previews.find((one) => one.accountId === accountId) ?? null
    const judged = base && rules.data ? judge(account, base, target, rules.data) : null
    return { account, target, base, judged }
  }
  const judge = (account: PlatformAccountDto, base: PreviewDto, target: Target, current: PlatformRulesDto) =>
    judgeTarget({ account, base, edits: target.edits, rules: current, at: timeOf(target), now: Date.now() })
  const memos = mapArray(
    () => targets.map(({ accountId }) => accountId),
    (accountId) => createMemo(() => view(accountId)),
  )
  const views = createMemo(() => memos().flatMap((memo) => memo() ?? []))
  if (publication) adoptPackage(publication.package, views, change)

  return {
    creationId: input.creationId,
    publication,
    platforms,
    rules,
    previews,
    accounts,
    versionId,
    setVersionId,
    purpose,
    setPurpose,
    pictures,
    setPictures,
    film,
    setFilm,
    at,
    setAt,
    targets,
    views,
    work,
    timeOf,
    change,
    /** What the person made of a package, whoever proposed it. */
    edit: ({ target, base }: TargetView, now: PlatformPackage) => {
      if (base) change(target.accountId, { edits: editsBetween(base.package, now) })
    },
    toggle: (accountId: string) =>
      setTargets((all) =>
        all.some((one) => one.accountId === accountId)
          ? all.filter((one) => one.accountId !== accountId)
          : [...all, { accountId, edits: {} }],
      ),
  }
}

function targetOf({ account, contentType, theme, package: { originUrl } }: PublicationDetailDto): Target {
  return { accountId: account.id, contentType, theme, edits: {}, ...(originUrl !== null && { originUrl }) }
}

/** A film is no form that can be asked for without one. */
export const formIn = (contentType: ContentType | undefined, film: ChosenFilm | null) =>
  contentType === undefined || (contentType === 'video' && film === null) ? {} : { contentType }

/** What was changed of a stored package is found by holding it against what comes from the work; once, as soon as that is there. */
function adoptPackage(
  stored: PlatformPackage,
  views: () => TargetView[],
  change: (accountId: string, changed: Partial<Target>) => void,
): void {
  let isAdopted = false
  createEffect(() => {
    const [first] = views()
    if (isAdopted || !first?.base) return
    isAdopted = true
    change(first.target.accountId, { edits: editsBetween(first.base.package, stored) })
  })
}

const accountsIn = (data: PlatformsDto | undefined): PlatformAccountDto[] =>
  data?.platforms.flatMap(({ accounts }) => accounts) ?? []
