import { openLedger } from './credits/testing/open-ledger.ts'
import * as A from './credits/audit-accounts.ts'
import * as G from './credits/audit-generations.ts'
const l = await openLedger({poolSize:2})
const u = []; for (let i=0;i<200;i++) u.push(await l.addUser(1000000))
for (let i=0;i<20;i++) await l.ctx.prisma.$executeRawUnsafe(`SELECT count(*) FROM credit_accounts a CROSS JOIN generate_series(1,50) n CROSS JOIN LATERAL post_entry(gen_random_uuid(), gen_random_uuid()::text,'consume',a.user_id,'credits','consumption',-1-(n*0)::int,'bench','1',NULL,NULL,NULL,false,now()) p WHERE a.user_id IS NOT NULL`)
for (const r of [1,2]) { for (const [n,f] of [...Object.entries(A),...Object.entries(G)]) { const t=performance.now(); await (f as any)(l.ctx.prisma); console.log(n,Math.round(performance.now()-t)) } if(r===1) await l.ctx.prisma.$executeRawUnsafe('ANALYZE') }
const p = await l.ctx.prisma.$queryRawUnsafe(`EXPLAIN ANALYZE SELECT count(*) FROM credit_entries e WHERE hash <> entry_hash(e)`) as any[]
console.log(p.map(r=>r['QUERY PLAN']).join('\n'))
await l.database.drop()
