import type { PublicationDetailDto, PublishDto } from '@mozhou/contracts/publications/answers'
import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import type { RunningStack } from '../support/env.ts'
import { createSandbox } from '../support/sandbox.ts'
import { until } from '../support/until.ts'
import { heading, must, ok, say } from './narrate.ts'
import { addAuthor, writeOwnArticle } from './publishing-cast.ts'
import type { Author, PlayedAccount } from './publishing-cast.ts'

const soonMs = 8_000
const names = { wechat_official: '公众号', baijiahao: '百家号', douyin: '抖音', zhihu: '知乎' } as const
type Shown = keyof typeof names

interface Stage {
  author: Author
  title: string
  ids: Record<Shown, string>
  played: Record<Exclude<Shown, 'zhihu'>, PlayedAccount>
}

/**
 * One article of a person's own to four platforms: one at its minute and proven, one refused by the platform's reviewers, one whose answer was
 * lost, one by hand. @returns what waits for the lost one to end, for it is looked for a while
 */
export async function publishToFour(addresses: RunningStack): Promise<() => Promise<void>> {
  heading('一篇自己写的文章，发到四个平台')
  const author = await addAuthor(addresses)
  const before = (await author.user.balance()).credits
  const played = {
    wechat_official: await author.connect('wechat_official', { reviewMs: 0, outcome: 'approve' }),
    baijiahao: await author.connect('baijiahao', { outcome: 'hold', fetchesPictures: false }),
    douyin: await author.connect('douyin', { outcome: 'hold' }),
  }
  const forget = await loseAnswers(addresses, played.douyin.room)
  const title = `河边的早市 ${crypto.randomUUID().slice(0, 4)}`
  const zhihu = await author.connectByHand('zhihu', '河边小记')
  const at = new Date(Date.now() + soonMs)
  const { creationId, cover } = await writeOwnArticle(addresses, author.user, title)
  const press = {
    creationId,
    pictures: [cover],
    cover,
    requestKey: crypto.randomUUID(),
    targets: [
      { accountId: played.wechat_official.account.id, scheduledAt: at.toISOString() },
      { accountId: played.baijiahao.account.id, edits: { originUrl: 'https://example.com/posts/morning' } },
      { accountId: played.douyin.account.id },
      { accountId: zhihu.id },
    ],
  }
  const publish = () => author.user.mutate<PublishDto>('publications.publish', press)
  const { publications, refused } = await publish()
  must(refused.length === 0, `refused before it began: ${refused.map(({ code }) => code).join(', ')}`)
  const idOf = (platform: Shown) => publications.find((one) => one.platform === platform)?.id ?? ''
  const ids = { wechat_official: idOf('wechat_official'), baijiahao: idOf('baijiahao'), douyin: idOf('douyin') }
  const stage: Stage = { author, title, played, ids: { ...ids, zhihu: idOf('zhihu') } }
  const again = await publish()
  const same = (one: PublishDto) => one.publications.map(({ id }) => id).toSorted()
  must(String(same(again)) === String(same({ publications, refused })), 'the same press made others')
  ok('四条已交给发布；同一次点击再来一遍，还是这四条')
  await postByOwnHand(stage)
  await proven(stage, at)
  await refusedByReviewers(stage)
  must((await author.user.balance()).credits === before, 'publishing cost credits')
  ok('发布不花积分')
  return () => lost(stage).finally(forget)
}

/** 抖音 takes the next one and never answers; its list is out of order as well. Aimed at this account alone. */
async function loseAnswers({ sandboxUrl }: RunningStack, room: string): Promise<() => Promise<void>> {
  const sandbox = createSandbox(sandboxUrl)
  const strike = (fault: string, endpoint: string, times: number) =>
    sandbox.behave({ vendor: 'douyin', model: `${room} /api/douyin/v1/video/${endpoint}/`, fault, times })
  const struck = [
    await strike('cut-after-publish', 'create_image_text', 1),
    await strike('server-error', 'video_list', 100),
  ]
  return async () => {
    for (const id of struck) await sandbox.forget(id)
  }
}

async function ends(
  { author, ids }: Stage,
  platform: Shown,
  wanted: PublicationStatus,
  timeoutMs = 90_000,
): Promise<PublicationDetailDto> {
  const one = await until(
    `${platform} is ${wanted}`,
    async () => {
      const seen = await author.one(ids[platform])
      return seen.status === wanted && seen
    },
    timeoutMs,
  )
  const who = { platform_confirmed: '平台确认', user_confirmed: '本人确认' }
  say(`  ${names[platform]}  ${one.status}${one.confirmation ? ` · ${who[one.confirmation]}` : ''}  ${one.url ?? ''}`)
  for (const { at, source, by, vendorCode, answerHash, confirms } of one.evidence) {
    const kept = [
      vendorCode === null ? '' : `代码 ${vendorCode}`,
      answerHash ? `SHA-256 ${answerHash.slice(0, 12)}…` : '',
    ]
    say(`    ${at}  ${by === 'platform' ? '平台' : '本人'}  ${source}  ${kept.join('  ')}${confirms ? '  ← 证明' : ''}`)
  }
  return one
}

async function postByOwnHand(stage: Stage): Promise<void> {
  const { author, ids, title } = stage
  const waiting = await ends(stage, 'zhihu', 'awaiting_user')
  must(waiting.handoff !== null && waiting.confirmation === null, 'nothing was handed over')
  const publicationId = ids.zhihu
  const confirm = (url: string) => author.user.mutate('publications.confirm', { publicationId, url })
  const isRefused = await confirm('https://example.com/p/1').then(
    () => false,
    () => true,
  )
  must(isRefused && (await author.one(publicationId)).status === 'awaiting_user', 'an address from elsewhere was taken')
  await confirm(await author.postByHand('zhihu', title))
  const { confirmation, evidence } = await ends(stage, 'zhihu', 'published')
  must(confirmation === 'user_confirmed', `by hand is the person's word, not ${confirmation}`)
  must(
    evidence.some(({ page, confirms }) => page === 'same' && confirms === 'user_confirmed'),
    'the page was not read',
  )
  ok('知乎没有接口：本人发、贴链接；别处的链接不收，标题一致才记为已发布（本人确认）')
}

async function proven(stage: Stage, at: Date): Promise<void> {
  const { confirmation, evidence, history, attempts, route } = await ends(stage, 'wechat_official', 'published')
  must(route === 'api' && attempts.length === 1, `it went by ${route} in ${attempts.length} attempts`)
  const begun = history.find(({ to }) => to === 'preparing')?.at ?? ''
  const lateMs = Date.parse(begun) - at.getTime()
  must(lateMs >= 0 && lateMs < 60_000, `it began ${lateMs} ms after its time`)
  const proof = evidence.find(({ confirms }) => confirms === 'platform_confirmed')
  must(confirmation === 'platform_confirmed' && proof !== undefined, 'it is called published without proof')
  must(proof.answerHash !== null && proof.by === 'platform', 'its proof is not what the platform answered')
  must((await stage.played.wechat_official.pieces()).length === 1, 'it is there more than once')
  ok(`公众号定时：到点后 ${(lateMs / 1_000).toFixed(1)} 秒开始；已发布，凭据是平台的答复`)
}

async function refusedByReviewers(stage: Stage): Promise<void> {
  const { baijiahao } = stage.played
  await ends(stage, 'baijiahao', 'in_review')
  const [piece] = await baijiahao.pieces()
  await baijiahao.act(piece?.id ?? '', 'reject')
  const { reason, detail, confirmation } = await ends(stage, 'baijiahao', 'rejected', 150_000)
  must(reason === 'review_refused' && confirmation === null, `a refusal of the reviewers is told as ${reason}`)
  ok(`百家号审核没有通过：${detail?.zh ?? ''}；其余三个不受影响`)
}

async function lost(stage: Stage): Promise<void> {
  heading('抖音那一条：平台收下了，答复丢了')
  const { status, can, attempts, confirmation } = await ends(stage, 'douyin', 'unconfirmed', 240_000)
  must(confirmation === null, `${status}, and yet it is confirmed`)
  must(!can.retry && can.confirm && can.denyPosted, 'it could be sent again before its person has looked')
  must(attempts.length === 1 && attempts[0]?.status === 'unknown', `there are ${attempts.length} attempts`)
  const there = await stage.played.douyin.pieces()
  must(there.length === 1, `the platform has it ${there.length} times`)
  ok('找了三次找不到：未确认，等本人核对；没有再发，平台上只有一条')
}
