import { describe, expect, it } from '@jest/globals'
import { Passage } from '../../src/faults/passage.ts'
import { segments } from '../../src/faults/segments.ts'

const records = (text: string) => segments(Passage.of(text)).map((segment) => segment.text)

describe('a record of a log', () => {
  it.each([
    '2026-03-02 09:41:00',
    '[2026/03/02',
    '09:41:00',
    '[09:41:00',
    'Mon, 2 Mar 2026',
    '[Mar  2 09:41:00',
    'TRACE',
    '[DEBUG]',
    'INFO',
    'NOTICE',
    'WARN',
    'WARNING',
    'ERROR',
    'FATAL',
    'CRITICAL',
    'SEVERE',
    'E, [2026',
    '<11>',
    '10.0.0.7 -',
    '192.168.10.20 -',
    'level=info',
    'time=1',
    'ts=1',
    'Caused by: x',
    'Traceback (most',
    '{"level":30',
    '{"time":1',
    '{"ts":1',
    '{"timestamp":1',
    '{"severity":"x"',
    '{"msg":"x"',
  ])('begins on a new line with %s', (start) => {
    expect(records(`one\n${start} two`)).toHaveLength(2)
    expect(records(`one\n \t ${start} two`)).toHaveLength(2)
    expect(records(`one ${start} two`)).toHaveLength(1)
  })

  it.each([
    'two',
    'March two',
    'Mon, the two',
    'Monday 2',
    'INFORMATION',
    'Errors',
    'X, [2026',
    '<1234>',
    '<a>',
    '10.0.0 -',
    '10.0.0.7:80',
    'levels=1',
    '{"name":1',
    '26-3-2',
    '9:41',
  ])('goes on over a line that begins with %s', (start) => {
    expect(records(`one\n${start} two`)).toEqual([`one\n${start} two`])
  })

  it('ends between two numbers, which are two and not one', () => {
    expect(records('amount 1\n2 left')).toEqual(['amount 1', '2 left'])
    expect(records('amount 1 \t\n \t2 left')).toEqual(['amount 1', '2 left'])
    expect(records('amount a\n2 left')).toHaveLength(1)
    expect(records('amount 1\nb left')).toHaveLength(1)
    expect(records('amount 1 2 left')).toHaveLength(1)
  })

  it('keeps its order and its place, whatever ended the one before', () => {
    const text = 'a 1\n2 b\nINFO c 3\n4 d\nINFO e'
    const found = segments(Passage.of(text))
    expect(found.map((segment) => segment.text)).toEqual(['a 1', '2 b', 'c 3', '4 d', 'e'])
    expect(found.map((segment) => segment.offset(0))).toEqual([0, 4, 13, 17, 26])
  })

  it('that is blank is none', () => {
    expect(records(' \n ')).toEqual([])
    expect(records('a\nINFO \n\nINFO b')).toEqual(['a', 'INFO', 'b'])
  })

  it('is one of two thousand, and the rest of the log', () => {
    expect(records('a\nINFO '.repeat(2_100))).toHaveLength(2_001)
  })
})

describe('what a log puts before the words', () => {
  it.each([
    '<11>',
    '<11>1 ',
    '2026-03-02 ',
    '2026/03/02: ',
    '2026-03-02T09:41:00Z ',
    '2026-03-02 09:41:00,123 ',
    '2026-03-02T09:41:00.123456789+01:00 ',
    '2026-03-02T09:41:00-0100 ',
    '2026-03-02 09:41 UTC | ',
    '[2026-03-02 09:41:00] - ',
    '09:41:00 ',
    '[09:41:00.123] ',
    'Mar  2 09:41:00 web1 sync[4242]: ',
    'Nov 24 09:41:00 web1 sync[4242]: ',
    'E, [2026-03-02T09:41:00.123456 #42] ERROR -- : ',
    'I, [x]  INFO -- push: ',
    'ERROR ',
    'ERROR: ',
    '[ERROR] ',
    '(warn) '.toUpperCase(),
    '<INFO>: ',
    'WARNING - ',
    'TRACE ',
    'DEBUG ',
    'INFO ',
    'NOTICE ',
    'WARN ',
    'FATAL ',
    'CRITICAL ',
    'SEVERE ',
    '[sync.tasks:88] ',
    '[sync] - ',
    '[web-1/push #4 @x] ',
    '[02/Mar/2026 09:41:00] ERROR [sync.tasks:88] ',
    '<11>Mar  2 09:41:00 web1 sync[4242]: 2026-03-02 09:41:00 [ERROR] [push] ',
  ])('is left out: %j', (prefix) => {
    expect(records(`${prefix}No such name`)).toEqual(['No such name'])
    expect(records(`  ${prefix}No such name`)).toEqual(['No such name'])
  })

  it.each([
    '[2500] No such name',
    '[61400] No such name',
    'ERRORS No such name',
    'ERROR CODE: 2500, ERROR MESSAGE: No such name',
    'No such ERROR name',
    'No such 2026-03-02 name',
    '20260302 No such name',
    'march  2 09:41:00 web1 sync: No',
    '[a, b] No such name',
    'ERROR',
    '2026-03-02',
    'No such <11> name',
    'No E, [2026] ERROR -- : such name',
  ])('is not what only looks like it: %s', (text) => {
    expect(records(text)).toEqual([text])
  })

  it('is six things at most', () => {
    expect(records(`${'ERROR '.repeat(8)}No such name`)).toEqual(['ERROR ERROR No such name'])
  })
})
