import type { AnswerTimeDto, SupportTimesDto, UsualAnswerDto } from '@mozhou/contracts/support/answers'
import type { DomainContext } from '../context.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { medianAnswerMs } from './answer-time-rules.ts'
import type { AnswerWait } from './answer-time-rules.ts'

/** The operators' figure is of these days; people are told of more, so that enough conversations tell. */
const operatorDays = 7
const personDays = 28
/** The newest of them: a median needs no more. */
const mostRead = 5_000
const dayMs = 86_400_000

type Told = AnswerWait & { isMember: boolean }

/** What a person may expect, from conversations of people who are members as they are, or are not, and from those of members. */
export async function usualAnswer(ctx: DomainContext, userId: string): Promise<UsualAnswerDto> {
  const [waits, { benefits }] = await Promise.all([readWaits(ctx, personDays), getMembership(ctx, userId)])
  const isMember = benefits?.firstInSupport ?? false
  const of = (members: boolean) => timeOf(waits.filter((wait) => wait.isMember === members))
  return { days: personDays, isMember, own: of(isMember), members: of(true) }
}

/** How soon members had their first answer. */
export async function membersAnswerTime(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
): Promise<{ medianSeconds: number | null; days: number }> {
  const { medianSeconds } = timeOf((await readWaits(ctx, personDays)).filter(({ isMember }) => isMember))
  return { medianSeconds, days: personDays }
}

/** How quick we have been, and what waits now. */
export async function supportTimes(ctx: Pick<DomainContext, 'prisma' | 'clock'>): Promise<SupportTimesDto> {
  const waitsForUs = { status: 'waiting_for_us' } as const
  const [waits, waiting, untaken] = await Promise.all([
    readWaits(ctx, operatorDays),
    ctx.prisma.supportConversation.count({ where: waitsForUs }),
    ctx.prisma.supportConversation.count({ where: { ...waitsForUs, takenById: null } }),
  ])
  const members = timeOf(waits.filter(({ isMember }) => isMember))
  return { days: operatorDays, all: timeOf(waits), members, waiting, untaken }
}

/** Of the last days: from the first message to the first answer, to the end where there was none, or until now. */
async function readWaits(ctx: Pick<DomainContext, 'prisma' | 'clock'>, days: number): Promise<Told[]> {
  const now = ctx.clock.now()
  const rows = await ctx.prisma.supportConversation.findMany({
    where: { createdAt: { gt: new Date(now.getTime() - days * dayMs), lte: now } },
    orderBy: { createdAt: 'desc' },
    take: mostRead,
    select: { createdAt: true, firstAnswerAt: true, closedAt: true, askedAsMember: true },
  })
  return rows.map(({ createdAt, firstAnswerAt, closedAt, askedAsMember }) => ({
    waitedMs: (firstAnswerAt ?? closedAt ?? now).getTime() - createdAt.getTime(),
    isAnswered: firstAnswerAt !== null,
    isMember: askedAsMember,
  }))
}

function timeOf(waits: readonly Told[]): AnswerTimeDto {
  const medianMs = medianAnswerMs(waits)
  return {
    medianSeconds: medianMs === null ? null : Math.round(medianMs / 1_000),
    opened: waits.length,
    answered: waits.filter(({ isAnswered }) => isAnswered).length,
  }
}
