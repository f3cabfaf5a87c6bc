import type { Unit, UnitClass } from './unit.ts';

/** A unit with the words and symbols it is written with. */
export interface UnitEntry extends Unit {
  /** Lower-case words, singular and plural; a hyphen counts as a space. */
  words: readonly string[];
  /** Symbols, matched with their case. */
  symbols: readonly string[];
}

/** Reads `symbol; name; factor; words; symbols` lines; a plural in -s is added to the name and to each word. */
function table(unitClass: UnitClass, lines: string): UnitEntry[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [symbol = '', name = '', factor = '', words = '', symbols = ''] = line.split(';').map((part) => part.trim());
      const forms = [name, ...split(words)];
      return {
        symbol,
        name,
        unitClass,
        factor: Number(factor),
        words: [...new Set([...forms, ...forms.map((form) => `${form}s`)])],
        symbols: [symbol, ...split(symbols)],
      };
    });
}

const split = (list: string): string[] => (list === '' ? [] : list.split(',').map((part) => part.trim()));

/** Factors: International System of Units; customary units by the international yard and pound (1959) and US liquid measure. */
export const measures: readonly UnitEntry[] = [
  ...table(
    'length',
    `in; inch; 0.0254; inches; ″,"
    ft; foot; 0.3048; feet; ′
    yd; yard; 0.9144; ; yds
    mi; mile; 1609.344; statute mile; mile
    nmi; nautical mile; 1852; sea mile;
    ly; light-year; 9.4607304725808e15; light year,lightyear;
    AU; astronomical unit; 149597870700; ;
    parsec; parsec; 3.0856775814913673e16; ;
    furlong; furlong; 201.168; ;
    fathom; fathom; 1.8288; ;
    Å; ångström; 1e-10; angstrom;`,
  ),
  ...table(
    'area',
    `m²; square metre; 1; square meter,sq metre,sq meter; m2,sqm,sq m,sq. m.
    km²; square kilometre; 1e6; square kilometer,sq kilometre,sq kilometer,square km; km2,sqkm,sq km,sq. km
    cm²; square centimetre; 1e-4; square centimeter; cm2,sq cm
    mm²; square millimetre; 1e-6; square millimeter; mm2
    ha; hectare; 1e4; ;
    acre; acre; 4046.8564224; ;
    mi²; square mile; 2589988.110336; sq mile; sq mi,sq. mi.
    ft²; square foot; 0.09290304; square feet,sq foot,sq feet; sq ft,sqft,sq. ft.,ft2
    yd²; square yard; 0.83612736; sq yard; sq yd
    in²; square inch; 0.00064516; square inches; sq in`,
  ),
  ...table(
    'volume',
    `m³; cubic metre; 1; cubic meter; m3,cu m
    cm³; cubic centimetre; 1e-6; cubic centimeter; cm3,cc
    km³; cubic kilometre; 1e9; cubic kilometer; km3
    ft³; cubic foot; 0.028316846592; cubic feet; cu ft,ft3
    yd³; cubic yard; 0.764554857984; ; cu yd
    in³; cubic inch; 1.6387064e-5; cubic inches; cu in
    gal; gallon; 0.003785411784; us gallon;
    qt; quart; 9.46352946e-4; us quart;
    pt; pint; 4.73176473e-4; us pint;
    fl oz; fluid ounce; 2.95735295625e-5; us fluid ounce; fl. oz.
    cup; cup; 2.365882365e-4; ;
    tbsp; tablespoon; 1.478676478125e-5; ;
    tsp; teaspoon; 4.92892159375e-6; ;
    bbl; barrel; 0.158987294928; barrel of oil,barrels of oil,oil barrel; barrel,barrels
    acre⋅ft; acre-foot; 1233.48183754752; acre foot,acre feet,acre-feet;
    bushel; bushel; 0.03523907016688; ;`,
  ),
  ...table(
    'mass',
    `t; tonne; 1000; metric ton,metric tonne; 
    ton; ton; 907.18474; short ton; tons
    lb; pound-mass; 0.45359237; pound; lbs,lb.,lbs.
    oz; ounce; 0.028349523125; ; oz.,ozs
    st; stone; 6.35029318; ;
    ct; carat; 0.0002; ;
    kt; kilotonne; 1e6; kiloton;
    Mt; megatonne; 1e9; megaton;`,
  ),
  ...table(
    'time',
    `s; second; 1; sec; secs,sec.
    min; minute; 60; ; mins,min.
    h; hour; 3600; ; hr,hrs,hr.
    d; day; 86400; ; days
    wk; week; 604800; ; weeks,wks
    fortnight; fortnight; 1209600; ;
    mo; month; 2629746; ; months,mos
    yr; year; 31556952; ; years,yrs
    decade; decade; 315569520; ;
    century; century; 3155695200; centuries;
    millennium; millennium; 31556952000; millennia;`,
  ),
  ...table(
    'speed',
    `km/h; kilometre per hour; 0.2777777777777778; kilometer per hour,kilometres per hour,kilometers per hour,kilometre an hour,kilometers an hour,kilometres an hour,kilometer an hour,km per hour; kph,kmh,kmph,km/hr,km/h
    mph; mile per hour; 0.44704; miles per hour,mile an hour,miles an hour; mi/h,MPH
    m/s; metre per second; 1; meter per second,metres per second,meters per second; m/s
    kn; knot; 0.5144444444444445; ; kts
    ft/s; foot per second; 0.3048; feet per second; fps`,
  ),
  ...table(
    'angle',
    `°; degree; 1; ; deg,deg.
    rad; radian; 57.29577951308232; ;`,
  ),
  ...table(
    'ratio',
    `%; percentage; 0.01; percent,per cent,pct,pct. ; pc,％,٪
    pp; percentage point; 0.01; percent point,percentage points,per cent point; ppt,ppts,pps,p.p.
    bp; basis point; 0.0001; ; bps
    ppm; parts-per-million; 1e-6; part per million,parts per million;
    ppb; parts-per-billion; 1e-9; part per billion,parts per billion;
    ‰; permille; 0.001; per mille,per mil;`,
  ),
  ...table(
    'frequency',
    `rpm; revolutions per minute; 0.016666666666666666; revolution per minute; RPM
    bpm; beat per minute; 0.016666666666666666; beats per minute; BPM
    fps; frame per second; 1; frames per second; FPS`,
  ),
  ...table(
    'data',
    `Mbps; megabit per second; 1e6; megabits per second; Mb/s,Mbit/s
    Gbps; gigabit per second; 1e9; gigabits per second; Gb/s,Gbit/s
    kbps; kilobit per second; 1e3; kilobits per second; kb/s
    MB/s; megabyte per second; 8e6; megabytes per second; MBps
    GB/s; gigabyte per second; 8e9; gigabytes per second;`,
  ),
  ...table(
    'light',
    `MP; megapixel; 1e6; mega pixel;
    px; pixel; 1; ;
    dpi; dot per inch; 1; dots per inch;
    ppi; pixel per inch; 1; pixels per inch;
    nit; nit; 1; ; nits
    lm; lumen; 1; ; lumens
    lx; lux; 1; ;`,
  ),
  ...table('sound', 'dB; decibel; 1; ; dBA,db'),
  ...table(
    'power',
    `hp; horsepower; 745.6998715822702; horse power; HP
    bhp; brake horsepower; 745.6998715822702; ; BHP
    PS; metric horsepower; 735.49875; ; PS`,
  ),
  ...table(
    'energy',
    `cal; calorie; 4.184; ; cals
    kcal; kilocalorie; 4184; ; kcals
    BTU; british thermal unit; 1055.05585262; ; Btu
    mmBTU; mega british thermal unit; 1055055852.62; million british thermal units; MMBtu,mmbtu,mmBtu,MMBTU`,
  ),
  ...table(
    'force',
    `lb⋅ft; pound-foot; 1.3558179483314004; pound foot,pound feet,lb ft,foot pound,foot pounds,ft lb,pound feet of torque,lb ft of torque,nm of torque; lb-ft,ft-lb,lbft
    N⋅m; newton metre; 1; newton meter,newton metres,newton meters; Nm`,
  ),
  ...table(
    'pressure',
    `bar; bar; 1e5; ; bars
    mbar; millibar; 100; ; mb
    psi; pound-force per square inch; 6894.757293168; pounds per square inch,pound per square inch;
    atm; atmosphere; 101325; ;
    mmHg; millimetre of mercury; 133.322387415; millimeters of mercury;`,
  ),
  ...table(
    'economy',
    `mpg; mile per gallon; 1; miles per gallon,mile a gallon; MPG
    L/100km; litre per 100 kilometres; 1; litres per 100 kilometres,liters per 100 kilometers; l/100km`,
  ),
  {
    symbol: '°C',
    name: 'celsius',
    unitClass: 'temperature',
    factor: 1,
    offset: 273.15,
    words: [
      'celsius',
      'degree celsius',
      'degrees celsius',
      'degree centigrade',
      'degrees centigrade',
      'centigrade',
      'degrees c',
      'degree c',
    ],
    symbols: ['°C', '℃', '° C', 'C'],
  },
  {
    symbol: '°F',
    name: 'fahrenheit',
    unitClass: 'temperature',
    factor: 5 / 9,
    offset: 255.3722222222222,
    words: ['fahrenheit', 'degree fahrenheit', 'degrees fahrenheit', 'degrees f', 'degree f'],
    symbols: ['°F', '℉', '° F', 'F'],
  },
  {
    symbol: 'K',
    name: 'kelvin',
    unitClass: 'temperature',
    factor: 1,
    offset: 0,
    words: ['kelvin', 'kelvins', 'degrees kelvin'],
    symbols: ['K'],
  },
];
