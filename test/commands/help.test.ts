import { describe, expect, it } from '@jest/globals'
import { syncdoctor } from '../support/run-cli.ts'

describe('help', () => {
  it('lists the commands', async () => {
    const ran = await syncdoctor(['--help'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    for (const command of ['diagnose', 'items', 'check', 'config', 'serve', 'sandbox']) {
      expect(ran.stdout).toMatch(new RegExp(`^  ${command}\\b.*\\S`, 'mu'))
    }
  })

  it.each([
    ['diagnose', ['[file]', '--record-type', '--lang', '--format', '"json"', '"fr"', 'exit code 0']],
    ['items', ['--lang', '--json']],
    ['check', ['--root', '--json', 'exit with 1']],
    ['config', ['secrets masked']],
    ['serve', ['serve the API and the pages']],
    ['sandbox', ['stand-in for QuickBooks', '--port', '--data', '--json', 'default: 3100']],
  ])('of %s tells what it does and its options', async (command, words) => {
    const ran = await syncdoctor([command, '--help'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain(`Usage: syncdoctor ${command}`)
    for (const word of words) expect(ran.stdout.replaceAll(/\s+/gu, ' ')).toContain(word)
  })

  it('is shown to who gives no command', async () => {
    const ran = await syncdoctor([])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('Usage: syncdoctor')
  })

  it('is named to who gives an unknown command', async () => {
    const ran = await syncdoctor(['diagnos'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain("unknown command 'diagnos'")
    expect(ran.stderr).toContain('diagnose')
  })
})
