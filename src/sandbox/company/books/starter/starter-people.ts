import type { StarterEntry } from './starter-entry.ts'

type Customer = readonly [
  id: string,
  name: string,
  givenName: string,
  familyName: string,
  email: string,
  parent?: string,
]

const customers: readonly Customer[] = [
  ['1', "Amy's Bird Sanctuary", 'Amy', 'Lauterbach', 'Birds@Intuit.com'],
  ['2', "Bill's Windsurf Shop", 'Bill', 'Lucchini', 'Surf@Intuit.com'],
  ['3', 'Cool Cars', 'Grace', 'Pariente', 'Cool_Cars@intuit.com'],
  ['4', 'Diego Rodriguez', 'Diego', 'Rodriguez', 'Diego@Rodriguez.com'],
  ['5', 'Dukes Basketball Camp', 'Peter', 'Dukes', 'Dukes_bball@intuit.com'],
  ['6', 'Dylan Sollfrank', 'Dylan', 'Sollfrank', ''],
  ['7', 'Freeman Sporting Goods', 'Kirby', 'Freeman', 'Sporting_goods@intuit.com'],
  ['8', '0969 Ocean View Road', 'Sasha', 'Tillou', '', '7'],
  ['9', '55 Twin Lane', 'Amelia', '', '', '7'],
  ['10', 'Geeta Kalapatapu', 'Geeta', 'Kalapatapu', 'Geeta@Kalapatapu.com'],
  ['11', 'Gevelber Photography', 'Lisa', 'Gevelber', 'Photography@intuit.com'],
  ['12', "Jeff's Jalopies", 'Jeff', 'Chin', 'Jalopies@intuit.com'],
  ['13', 'John Melton', 'John', 'Melton', 'John@Melton.com'],
  ['14', 'Kate Whelan', 'Kate', 'Whelan', 'Kate@Whelan.com'],
  ['15', "Pye's Cakes", 'Karen', 'Pye', 'pyescakes@intuit.com'],
  ['16', 'Kookies by Kathy', 'Kathy', 'Kuplis', 'qbwebsamplecompany@yahoo.com'],
  ['17', 'Mark Cho', 'Mark', 'Cho', 'Mark@Cho.com'],
  ['18', 'Paulsen Medical Supplies', 'Kathy', 'Paulsen', 'Medical@intuit.com'],
  ['19', 'Rago Travel Agency', 'Nicole', 'Rago', 'Rago_Travel@intuit.com'],
  ['20', 'Red Rock Diner', 'Stephanie', 'Martini', 'qbwebsamplecompany@yahoo.com'],
  ['21', 'Rondonuwu Fruit and Vegi', 'Tony', 'Rondonuwu', 'Tony_Rondonuwu@intuit.com'],
  ['22', 'Shara Barnett', 'Shara', 'Barnett', 'Shara@Barnett.com'],
  ['23', 'Barnett Design', 'Shara', 'Barnett', 'Design@intuit.com', '22'],
  ['24', 'Sonnenschein Family Store', 'Russ', 'Sonnenschein', 'Familiystore@intuit.com'],
  ['25', 'Sushi by Katsuyuki', 'Katsuyuki', 'Yanagawa', 'Sushi@intuit.com'],
  ['26', 'Travis Waldron', 'Travis', 'Waldron', 'Travis@Waldron.com'],
  ['27', 'Video Games by Dan', 'Dan', '', 'Videogames@intuit.com'],
  ['28', 'Wedding Planning by Whitney', 'Whitney', 'Gorman', 'Dream_Wedding@intuit.com'],
  ['29', 'Weiskopf Consulting', 'Nicola', 'Weiskopf', 'Consulting@intuit.com'],
]

const vendors: readonly (readonly [id: string, name: string])[] = [
  ['30', 'Books by Bessie'],
  ['31', 'Brosnahan Insurance Agency'],
  ['32', 'Cal Telephone'],
  ['33', "Chin's Gas and Oil"],
  ['34', 'Cigna Health Care'],
  ['35', 'Computers by Jenni'],
  ['36', "Diego's Road Warrior Bodyshop"],
  ['37', 'EDD'],
  ['38', 'Ellis Equipment Rental'],
  ['39', 'Fidelity'],
  ['40', 'Hall Properties'],
  ['41', 'Hicks Hardware'],
  ['42', 'Lee Advertising'],
  ['43', 'Mahoney Mugs'],
  ['44', 'Met Life Dental'],
  ['45', 'National Eye Care'],
  ['46', 'Norton Lumber and Building Materials'],
  ['47', 'Pam Seitz'],
  ['48', 'PG&E'],
  ['49', 'Robertson & Associates'],
  ['50', 'Squeaky Kleen Car Wash'],
  ['51', "Tania's Nursery"],
  ['52', 'Tim Philip Masonry'],
  ['53', 'Tony Rondonuwu'],
  ['56', "Bob's Burger Joint"],
  ['57', 'United States Treasury'],
]

const employees: readonly (readonly [id: string, givenName: string, familyName: string])[] = [
  ['54', 'Emily', 'Platt'],
  ['55', 'John', 'Johnson'],
]

/** Whom the sample company does business with. */
export const starterPeople: readonly StarterEntry[] = [
  ...customers.map(([id, DisplayName, GivenName, FamilyName, email, parent]): StarterEntry => ({
    entity: 'Customer',
    id,
    body: {
      DisplayName,
      GivenName,
      ...(FamilyName !== '' && { FamilyName }),
      ...(email !== '' && { PrimaryEmailAddr: { Address: email } }),
      ...(parent !== undefined && { ParentRef: { value: parent } }),
      SalesTermRef: { value: '3' },
    },
  })),
  ...vendors.map(([id, DisplayName]): StarterEntry => ({ entity: 'Vendor', id, body: { DisplayName } })),
  ...employees.map(([id, GivenName, FamilyName]): StarterEntry => ({
    entity: 'Employee',
    id,
    body: { GivenName, FamilyName },
  })),
]
