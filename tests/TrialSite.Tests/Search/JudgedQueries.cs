namespace TrialSite.Tests.Search;

/// <summary>What people type, and the trials among the real records that are about it; judged by reading the records, not by searching here.</summary>
internal sealed record JudgedQuery(string Kind, string Text, string[] NctIds);

internal static class JudgedQueries
{
    public const string Lay = "lay words";
    public const string Short = "short forms";
    public const string Misspelled = "misspelled";
    public const string Medicine = "brand and generic names";
    public const string Place = "a condition with a place";

    public static IReadOnlyList<JudgedQuery> All { get; } =
    [
        Of(Lay, "enlarged prostate", "NCT00256399 NCT00517179 NCT00855582 NCT01937871 NCT01967251 NCT02239484 NCT02862483 NCT03600766 NCT03959917 NCT04185441 NCT04383093 NCT06264414 NCT06504472"),
        Of(Lay, "curved penis", "NCT02414308 NCT04771442 NCT05646602 NCT06065436"),
        Of(Lay, "low testosterone", "NCT00848497 NCT00244023 NCT00415571 NCT00421460 NCT00512707 NCT01419236 NCT02443090 NCT02514629 NCT04601233"),
        Of(Lay, "trouble sleeping", "NCT04325464 NCT04909229 NCT05558865 NCT05809544 NCT05816460 NCT05822999 NCT06113666 NCT06339853"),
        Of(Lay, "kidney cancer", "NCT05127824 NCT05805501 NCT04374877"),
        Of(Lay, "liver cancer", "NCT05904886 NCT04497038 NCT05775159 NCT06349980 NCT06777628 NCT03198546 NCT04842812"),
        Of(Lay, "cancer of the bladder", "NCT02381912 NCT02422277 NCT05645692 NCT05879653 NCT06169904 NCT06334406 NCT05327530"),
        Of(Lay, "heart attack", "NCT00711542 NCT03328156"),
        Of(Lay, "stomach cancer", "NCT00595972 NCT01874938 NCT03342417 NCT04933227 NCT05702229 NCT05913115 NCT06197438 NCT06250036 NCT06346197 NCT04864821"),
        Of(Lay, "bee sting allergy", "NCT04259359 NCT06782217 NCT06790368 NCT02764242"),
        Of(Lay, "skin allergy to penicillin", "NCT01818336"),
        Of(Lay, "penicillin allergy", "NCT01818336 NCT03942731 NCT04441021 NCT05563610 NCT06755281"),
        Of(Lay, "quit smoking", "NCT03694327 NCT00563511 NCT04857515 NCT05031416 NCT05847673"),
        Of(Lay, "itchy skin", "NCT01265082 NCT03455036 NCT05529836"),
        Of(Lay, "high blood pressure and erection problems", "NCT00687206 NCT01084187 NCT02587988 NCT02620995"),
        Of(Lay, "pollen allergy birch tablets", "NCT00889460"),
        Of(Short, "DMD", "NCT00873782 NCT02484560 NCT05305976 NCT05715957 NCT04322357"),
        Of(Short, "DIPG", "NCT04185038 NCT05063357 NCT05768880 NCT06221553"),
        Of(Short, "AML", "NCT02204020 NCT05722171 NCT05731219"),
        Of(Short, "EoE", "NCT00123630 NCT01040598 NCT06387030 NCT06389994"),
        Of(Short, "IBS", "NCT01791621 NCT02293343 NCT03459482 NCT04723056 NCT06792838"),
        Of(Short, "OAB", "NCT02916693 NCT04853849 NCT06797245"),
        Of(Short, "PKU", "NCT00925054 NCT01212744 NCT01560286"),
        Of(Short, "PAH", "NCT05185011 NCT05208814 NCT05818137"),
        Of(Short, "TNBC", "NCT05809895 NCT06347068 NCT06387628 NCT03729596"),
        Of(Short, "GBM", "NCT07268053 NCT00171938 NCT02937844 NCT04077866 NCT04385173 NCT05241392 NCT05366179 NCT05474378 NCT06132438 NCT04656535"),
        Of(Short, "COPD", "NCT00851370 NCT02546349 NCT03485690 NCT06707883 NCT07039669 NCT07052396 NCT07059091 NCT07160322"),
        Of(Short, "HCC", "NCT05904886 NCT04497038 NCT05775159 NCT06349980 NCT03198546"),
        Of(Short, "SLE", "NCT01716312 NCT05843643 NCT04276701 NCT06694298 NCT06852573 NCT07331272"),
        Of(Short, "MS", "NCT03569618 NCT04601233 NCT06113666 NCT06136923 NCT05615454"),
        Of(Misspelled, "migrane", "NCT01845051 NCT05853900 NCT05861427 NCT06004388"),
        Of(Misspelled, "parkinsons diseese", "NCT01941732 NCT02225548 NCT05120609 NCT05421624"),
        Of(Misspelled, "duchene", "NCT02484560 NCT05305976 NCT05715957 NCT04322357"),
        Of(Misspelled, "cistic fibrosis", "NCT01222273 NCT01572870 NCT02853175 NCT03870841 NCT04256772 NCT04476758"),
        Of(Misspelled, "multiple mieloma", "NCT00066638 NCT00866138 NCT05289492 NCT05882279"),
        Of(Misspelled, "phenylketonurea", "NCT00925054 NCT01212744 NCT01560286"),
        Of(Misspelled, "neuroblastma", "NCT05562024 NCT02982941 NCT04637503 NCT04897321 NCT06500819 NCT07358260"),
        Of(Misspelled, "endometrosis", "NCT06897436"),
        Of(Misspelled, "alzeimer", "NCT04855630"),
        Of(Misspelled, "autizm", "NCT04326231 NCT04535817 NCT06058104"),
        Of(Misspelled, "liver cirhosis", "NCT02344823 NCT03566914 NCT05948982 NCT06223893"),
        Of(Misspelled, "scolioses", "NCT04601363 NCT06226272"),
        Of(Medicine, "Keytruda melanoma", "NCT04305054 NCT04303169 NCT04305041"),
        Of(Medicine, "Opdivo lung cancer", "NCT03486119"),
        Of(Medicine, "dapoxetine", "NCT00210704 NCT00229073 NCT01230762 NCT02939495 NCT03177746"),
        Of(Medicine, "Avastin liver cancer", "NCT05904886 NCT05775159"),
        Of(Medicine, "Xolair lupus", "NCT01716312"),
        Of(Medicine, "Xolair nasal polyps", "NCT03280550 NCT03478930 NCT01066104 NCT03280537 NCT04583501 NCT01393340"),
        Of(Medicine, "Xolair hives", "NCT00130234 NCT00481676 NCT01713725 NCT01803763 NCT02191072 NCT03111628 NCT04944602 NCT06365879"),
        Of(Medicine, "Dupixent aspergillosis", "NCT04442269"),
        Of(Medicine, "Viagra spinal cord injury", "NCT00654082 NCT03169582"),
        Of(Medicine, "Cialis spinal cord injury", "NCT00421083 NCT01067391"),
        Of(Medicine, "Levitra depression", "NCT00470873 NCT00661219"),
        Of(Medicine, "sildenafil hypertension", "NCT02620995"),
        Of(Place, "asthma Egypt", "NCT05167617 NCT06283290"),
        Of(Place, "asthma Netherlands", "NCT00624832 NCT00670930 NCT01715675 NCT02758548 NCT00200928 NCT00200954"),
        Of(Place, "peanut allergy Canada", "NCT01675882 NCT01955109 NCT02636699 NCT03532360 NCT04872218 NCT04984876 NCT07220811"),
        Of(Place, "hives Germany", "NCT00481676 NCT01599637 NCT01637116 NCT03437278 NCT04833855 NCT06555328"),
        Of(Place, "diabetes India", "NCT01468519 NCT04642755 NCT06060392"),
        Of(Place, "impotence Massachusetts", "NCT00512707 NCT00645268 NCT00661219 NCT00731939"),
        Of(Place, "small cell lung cancer Japan", "NCT06203210 NCT07099898 NCT05280470 NCT05879978 NCT06362252 NCT06780137"),
        Of(Place, "eczema Denmark", "NCT01007331"),
    ];

    private static JudgedQuery Of(string kind, string text, string nctIds) => new(kind, text, nctIds.Split(' '));
}
