import title from '@salesforce/label/c.Pulse_Board_Title';
import measure from '@salesforce/label/c.Pulse_Board_Measure';
import measureRelational from '@salesforce/label/c.Pulse_Board_Measure_Relational';
import measureTouchpoint from '@salesforce/label/c.Pulse_Board_Measure_Touchpoint';
import periodDays from '@salesforce/label/c.Pulse_Board_Period_Days';
import periodThisQuarter from '@salesforce/label/c.Pulse_Board_Period_This_Quarter';
import periodLastQuarter from '@salesforce/label/c.Pulse_Board_Period_Last_Quarter';
import periodThisYear from '@salesforce/label/c.Pulse_Board_Period_This_Year';
import periodLastYear from '@salesforce/label/c.Pulse_Board_Period_Last_Year';
import segment from '@salesforce/label/c.Pulse_Board_Segment';
import noSegment from '@salesforce/label/c.Pulse_Board_No_Segment';
import span from '@salesforce/label/c.Pulse_Board_Span';
import margin from '@salesforce/label/c.Pulse_Board_Margin';
import interval from '@salesforce/label/c.Pulse_Board_Interval';
import answersOne from '@salesforce/label/c.Pulse_Board_Answers_One';
import answersMany from '@salesforce/label/c.Pulse_Board_Answers_Many';
import emptyTitle from '@salesforce/label/c.Pulse_Board_Empty_Title';
import emptyText from '@salesforce/label/c.Pulse_Board_Empty_Text';
import ratingsTitle from '@salesforce/label/c.Pulse_Board_Ratings_Title';
import promoters from '@salesforce/label/c.Pulse_Board_Promoters';
import passives from '@salesforce/label/c.Pulse_Board_Passives';
import detractors from '@salesforce/label/c.Pulse_Board_Detractors';
import ratingsSentence from '@salesforce/label/c.Pulse_Board_Ratings_Sentence';
import ratingPointOne from '@salesforce/label/c.Pulse_Board_Rating_Point_One';
import ratingPointMany from '@salesforce/label/c.Pulse_Board_Rating_Point_Many';
import columnShare from '@salesforce/label/c.Pulse_Board_Column_Share';
import monthsTitle from '@salesforce/label/c.Pulse_Board_Months_Title';
import monthsSentence from '@salesforce/label/c.Pulse_Board_Months_Sentence';
import monthPointOne from '@salesforce/label/c.Pulse_Board_Month_Point_One';
import monthPointMany from '@salesforce/label/c.Pulse_Board_Month_Point_Many';
import monthsSteady from '@salesforce/label/c.Pulse_Board_Months_Steady';
import monthsVolatile from '@salesforce/label/c.Pulse_Board_Months_Volatile';
import hollow from '@salesforce/label/c.Pulse_Board_Hollow';
import columnMonth from '@salesforce/label/c.Pulse_Board_Column_Month';
import columnInterval from '@salesforce/label/c.Pulse_Board_Column_Interval';
import columnChange from '@salesforce/label/c.Pulse_Board_Column_Change';
import journeyTitle from '@salesforce/label/c.Pulse_Board_Journey_Title';
import journeyHint from '@salesforce/label/c.Pulse_Board_Journey_Hint';
import changeUp from '@salesforce/label/c.Pulse_Board_Change_Up';
import changeDown from '@salesforce/label/c.Pulse_Board_Change_Down';
import changeNone from '@salesforce/label/c.Pulse_Board_Change_None';
import changeUnknown from '@salesforce/label/c.Pulse_Board_Change_Unknown';
import groupsTitle from '@salesforce/label/c.Pulse_Board_Groups_Title';
import groupsBy from '@salesforce/label/c.Pulse_Board_Groups_By';
import groupOwner from '@salesforce/label/c.Pulse_Board_Group_Owner';
import groupTeam from '@salesforce/label/c.Pulse_Board_Group_Team';
import groupCountry from '@salesforce/label/c.Pulse_Board_Group_Country';
import groupIndustry from '@salesforce/label/c.Pulse_Board_Group_Industry';
import groupChannel from '@salesforce/label/c.Pulse_Board_Group_Channel';
import groupUnknown from '@salesforce/label/c.Pulse_Board_Group_Unknown';
import groupsHint from '@salesforce/label/c.Pulse_Board_Groups_Hint';
import showAll from '@salesforce/label/c.Pulse_Board_Show_All';
import rateTitle from '@salesforce/label/c.Pulse_Board_Rate_Title';
import rateBasis from '@salesforce/label/c.Pulse_Board_Rate_Basis';
import rateWaitingOne from '@salesforce/label/c.Pulse_Board_Rate_Waiting_One';
import rateWaitingMany from '@salesforce/label/c.Pulse_Board_Rate_Waiting_Many';
import rateEmpty from '@salesforce/label/c.Pulse_Board_Rate_Empty';
import followUpsTitle from '@salesforce/label/c.Pulse_Board_Follow_Ups_Title';
import followUpsAll from '@salesforce/label/c.Pulse_Board_Follow_Ups_All';
import followUpsBasis from '@salesforce/label/c.Pulse_Board_Follow_Ups_Basis';
import followUpsOpenOne from '@salesforce/label/c.Pulse_Board_Follow_Ups_Open_One';
import followUpsOpenMany from '@salesforce/label/c.Pulse_Board_Follow_Ups_Open_Many';
import followUpsRecovered from '@salesforce/label/c.Pulse_Board_Follow_Ups_Recovered';
import followUpsEmpty from '@salesforce/label/c.Pulse_Board_Follow_Ups_Empty';
import weightedTitle from '@salesforce/label/c.Pulse_Board_Weighted_Title';
import weightedPlain from '@salesforce/label/c.Pulse_Board_Weighted_Plain';
import weightedEffective from '@salesforce/label/c.Pulse_Board_Weighted_Effective';
import weightedLeftOutOne from '@salesforce/label/c.Pulse_Board_Weighted_Left_Out_One';
import weightedLeftOutMany from '@salesforce/label/c.Pulse_Board_Weighted_Left_Out_Many';
import weightedHint from '@salesforce/label/c.Pulse_Board_Weighted_Hint';
import weightedEmpty from '@salesforce/label/c.Pulse_Board_Weighted_Empty';
import revenueTitle from '@salesforce/label/c.Pulse_Board_Revenue_Title';
import cornerAct from '@salesforce/label/c.Pulse_Board_Corner_Act';
import cornerKeep from '@salesforce/label/c.Pulse_Board_Corner_Keep';
import cornerGrow from '@salesforce/label/c.Pulse_Board_Corner_Grow';
import cornerLetBe from '@salesforce/label/c.Pulse_Board_Corner_Let_Be';
import customersOne from '@salesforce/label/c.Pulse_Board_Customers_One';
import customersMany from '@salesforce/label/c.Pulse_Board_Customers_Many';
import revenueSentence from '@salesforce/label/c.Pulse_Board_Revenue_Sentence';
import customerPointOne from '@salesforce/label/c.Pulse_Board_Customer_Point_One';
import customerPointMany from '@salesforce/label/c.Pulse_Board_Customer_Point_Many';
import columnRevenue from '@salesforce/label/c.Pulse_Board_Column_Revenue';
import columnCorner from '@salesforce/label/c.Pulse_Board_Column_Corner';
import revenueHint from '@salesforce/label/c.Pulse_Board_Revenue_Hint';
import revenueCut from '@salesforce/label/c.Pulse_Board_Revenue_Cut';
import between from '@salesforce/label/c.Pulse_Board_Between';
import marginShort from '@salesforce/label/c.Pulse_Board_Margin_Short';
import npsValue from '@salesforce/label/c.Pulse_Board_Nps_Value';
import all from '@salesforce/label/c.Pulse_Filter_All';
import period from '@salesforce/label/c.Pulse_Filter_Period';
import customer from '@salesforce/label/c.Pulse_Portfolio_Customer';
import few from '@salesforce/label/c.Pulse_Few_Answers';
import nps from '@salesforce/label/c.Pulse_Nps_Title';
import answers from '@salesforce/label/c.Pulse_Answers_Title';
import touchpoint from '@salesforce/label/c.Pulse_Filter_Touchpoint';
import rating from '@salesforce/label/c.Pulse_Column_Rating';
import promoter from '@salesforce/label/c.Pulse_Rating_Green_Meaning';
import passive from '@salesforce/label/c.Pulse_Rating_Yellow_Meaning';
import detractor from '@salesforce/label/c.Pulse_Rating_Red_Meaning';

/** Every word of the board. */
export const LABELS = {
  title,
  measure,
  measureRelational,
  measureTouchpoint,
  periodDays,
  periodThisQuarter,
  periodLastQuarter,
  periodThisYear,
  periodLastYear,
  segment,
  noSegment,
  span,
  margin,
  interval,
  answersOne,
  answersMany,
  emptyTitle,
  emptyText,
  ratingsTitle,
  promoters,
  passives,
  detractors,
  ratingsSentence,
  ratingPointOne,
  ratingPointMany,
  columnShare,
  monthsTitle,
  monthsSentence,
  monthPointOne,
  monthPointMany,
  monthsSteady,
  monthsVolatile,
  hollow,
  columnMonth,
  columnInterval,
  columnChange,
  journeyTitle,
  journeyHint,
  changeUp,
  changeDown,
  changeNone,
  changeUnknown,
  groupsTitle,
  groupsBy,
  groupOwner,
  groupTeam,
  groupCountry,
  groupIndustry,
  groupChannel,
  groupUnknown,
  groupsHint,
  showAll,
  rateTitle,
  rateBasis,
  rateWaitingOne,
  rateWaitingMany,
  rateEmpty,
  followUpsTitle,
  followUpsAll,
  followUpsBasis,
  followUpsOpenOne,
  followUpsOpenMany,
  followUpsRecovered,
  followUpsEmpty,
  weightedTitle,
  weightedPlain,
  weightedEffective,
  weightedLeftOutOne,
  weightedLeftOutMany,
  weightedHint,
  weightedEmpty,
  revenueTitle,
  cornerAct,
  cornerKeep,
  cornerGrow,
  cornerLetBe,
  customersOne,
  customersMany,
  revenueSentence,
  customerPointOne,
  customerPointMany,
  columnRevenue,
  columnCorner,
  revenueHint,
  revenueCut,
  between,
  marginShort,
  npsValue,
  all,
  period,
  customer,
  few,
  nps,
  answers,
  touchpoint,
  rating,
  promoter,
  passive,
  detractor,
} as const;
