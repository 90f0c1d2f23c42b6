import { Router } from 'express'
import { jsonAnswer } from '../../core/answer.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { serveSimple } from '../../core/serve-simple.ts'
import { publishingControlRoutes } from '../control-routes.ts'
import { publishingFaults } from '../publishing-faults.ts'
import { openRoom, type Room } from '../room.ts'
import { serveCall, type Call } from '../serve-call.ts'
import { refused, vendor } from './answers.ts'
import { openBjhAccount, type BjhAccount } from './bjh-account.ts'
import { bjhEndpoints } from './endpoints.ts'

function withKeys(accounts: ReadonlyMap<string, BjhAccount>, { fields }: Call): BjhAccount {
  const account = [...accounts.values()].find(({ appId }) => appId === fields.app_id)
  if (!account || fields.app_token !== account.appToken) throw refused('60001001')
  return account
}

function routes(accounts: ReadonlyMap<string, BjhAccount>, room: Room) {
  return (state: SandboxState): Router => {
    const router = Router().use('/__ctl', publishingControlRoutes(room))
    for (const [path, run] of Object.entries(bjhEndpoints)) {
      const serve = serveCall(state, vendor, path, (call) => {
        const account = withKeys(accounts, call)
        return { account, run: () => run(account, call) }
      })
      router.post(`/builderinner/open/resource${path}`, serve)
    }
    return router.use(
      serveSimple(state, vendor.key, () => jsonAnswer(404, { errno: 404, errmsg: 'not found', data: [] })),
    )
  }
}

export function baijiahaoPlug(): { plug: Plug; room: Room } {
  const about = { vendor: vendor.key, name: '百家号', path: '/publishing/baijiahao', hosts: ['baijiahao.baidu.com'] }
  const { room, accounts } = openRoom(about, openBjhAccount)
  const plug: Plug = {
    key: vendor.key,
    name: about.name,
    aliases: [],
    path: room.path,
    routes: routes(accounts, room),
    credentials: null,
    faults: publishingFaults({
      'rate-limit': '429 errno 60001429',
      'server-error': '200 errno 60000006',
      'token-lapsed': '200 errno 60001001',
      'quota-used': '200 errno 60001008',
    }),
    reset: room.reset,
    controls: {
      key: 'GET /publishing/baijiahao/__ctl/accounts/default',
      model: '/article/publish',
      addresses: [`${room.path}/builderinner/open/resource`],
    },
  }
  return { plug, room }
}
