import { expect, it } from 'vitest'
import { nameShape } from './name-shape.ts'
import { isReservedName } from './reserved-names.ts'

it.each([
  ['раураl', 'paypal'],
  ['ｘｉａｏｍａｎ', 'xiaoman'],
  ['poIina', 'polina'],
  ['xıaoman', 'xiaoman'],
  ['xia0man', 'xiaoman'],
  ['Xiaoman', 'xiaoman'],
  ['Ｑ1ng', 'qlng'],
  ['ﬁne', 'fine'],
  ['e\u0301tude', 'étude'],
])('%s looks like %s', (name, other) => {
  expect(nameShape(name)).toBe(nameShape(other))
})

it.each([
  ['小满', '小滿'],
  ['qingming', 'qingmeng'],
  ['王二', '王三'],
  ['li_na', 'lina'],
  ['person-1', 'person-2'],
])('%s is not %s', (name, other) => {
  expect(nameShape(name)).not.toBe(nameShape(other))
})

it.each([
  '管理员',
  '墨舟官方',
  '墨 舟',
  '客服小美',
  'admin',
  'ADMIN_01',
  'аdmin',
  'admın',
  'ａｄｍｉｎ',
  'mozhou',
  'm0zhou',
  'Mozhou_official',
  'root',
  'system',
  '系统',
  '管理員',
  '系統',
  '墨舟財務',
  '運營_01',
  'admln',
  'adm1n',
  'ADM1N_01',
  '01admln',
  'adrnin',
  'adrnln',
  'aclmin',
  '4dmin',
  'r00t',
  '5upport',
  'sysTEM',
  'sy5tern',
  'offlcial_2',
  '墨舟0fficiaI',
  'm0zh0u',
  'secur1ty',
  'finance2026',
])('%s speaks for the house', (name) => {
  expect(isReservedName(name)).toBe(true)
})

it.each([
  '小满',
  'adminton',
  '王官',
  'systematic',
  '船长',
  'li-na',
  '客家人',
  'qingming',
  'lina',
  'adele',
  'adm2',
  'rooter',
  'jelly',
  'liliaN_88',
])('%s is anybody’s', (name) => {
  expect(isReservedName(name)).toBe(false)
})
