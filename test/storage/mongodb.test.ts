import { openMongodb } from '../../src/storage/mongodb/open-mongodb.ts'
import { describeWithMongodb } from '../support/mongodb.ts'
import { describeStorage } from './conformance.ts'

describeWithMongodb('MongoDB', (newUrl) =>
  describeStorage('as a storage', { open: openMongodb, newPlace: newUrl }),
)
